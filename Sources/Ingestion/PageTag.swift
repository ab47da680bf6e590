/// The elements that matter for finding an article; all others are `other` or `inline`.
enum PageTag: UInt8 {
    case text, other, inline
    case html, head, body, title, meta, link, base, script, style
    case article, main, section, div, header, footer, nav, aside, form, center
    case p, h1, h2, h3, h4, h5, h6, blockquote, pre, address, hr, br
    case ul, ol, li, dl, dt, dd, details, summary
    case table, caption, tbody, tr, td, th
    case figure, figcaption, picture, img
    case a, q, time, span, wbr
    case button, select, option, textarea, input, iframe, object, svg, math, noscript, template
    case video, audio, canvas, label, legend, fieldset, dialog, menu

    static let names: [String: PageTag] = [
        "html": .html, "head": .head, "body": .body, "title": .title, "meta": .meta,
        "link": .link, "base": .base, "script": .script, "style": .style, "article": .article,
        "main": .main, "section": .section, "div": .div, "header": .header, "footer": .footer,
        "nav": .nav, "aside": .aside, "form": .form, "center": .center, "p": .p, "h1": .h1,
        "h2": .h2, "h3": .h3, "h4": .h4, "h5": .h5, "h6": .h6, "blockquote": .blockquote,
        "pre": .pre, "address": .address, "hr": .hr, "br": .br, "ul": .ul, "ol": .ol, "li": .li,
        "dl": .dl, "dt": .dt, "dd": .dd, "details": .details, "summary": .summary,
        "table": .table, "caption": .caption, "tbody": .tbody, "thead": .tbody, "tfoot": .tbody,
        "tr": .tr, "td": .td, "th": .th, "figure": .figure, "figcaption": .figcaption,
        "picture": .picture, "img": .img, "a": .a, "q": .q, "time": .time, "span": .span,
        "wbr": .wbr, "button": .button, "select": .select, "option": .option,
        "textarea": .textarea, "input": .input, "iframe": .iframe, "object": .object,
        "embed": .object, "svg": .svg, "math": .math, "noscript": .noscript,
        "template": .template, "video": .video, "audio": .audio, "canvas": .canvas,
        "label": .label, "legend": .legend, "fieldset": .fieldset, "dialog": .dialog,
        "menu": .menu, "b": .inline, "i": .inline, "em": .inline, "strong": .inline,
        "u": .inline, "s": .inline, "small": .inline, "big": .inline, "sub": .inline,
        "sup": .inline, "font": .inline, "abbr": .inline, "cite": .inline, "code": .inline,
        "kbd": .inline, "mark": .inline, "del": .inline, "ins": .inline, "bdi": .inline,
        "bdo": .inline, "var": .inline, "samp": .inline, "ruby": .inline, "rb": .inline,
        "acronym": .inline, "tt": .inline, "dfn": .inline, "strike": .inline, "nobr": .inline,
    ]

    /// Starts and ends a line of text.
    var isBlock: Bool {
        switch self {
        case .text, .other, .inline, .a, .q, .time, .span, .wbr, .label, .img, .picture, .br,
            .input, .button, .math, .svg:
            false
        default: true
        }
    }

    /// Never holds words of an article.
    var isSilent: Bool {
        switch self {
        case .head, .script, .style, .iframe, .object, .svg, .noscript, .template, .canvas,
            .select, .textarea, .option, .audio, .video, .meta, .link, .base, .title, .button:
            true
        default: false
        }
    }

    var headingLevel: Int {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: 0
        }
    }
}

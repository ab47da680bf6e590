/// The elements of HTML that mean something here; all others are inline.
enum PageTag: UInt8 {
    case text, inline, block
    case html, body, head, title, meta, link, script, style
    case article, main, section, nav, aside, header, footer, form
    case paragraph, heading1, heading2, heading3, heading4, listItem, list
    case blockquote, preformatted, caption, figure, table, row, cell
    case anchor, lineBreak, rule, time, hidden

    static func named(_ name: String) -> PageTag { names[name] ?? .inline }

    private static let names: [String: PageTag] = [
        "html": .html, "body": .body, "head": .head, "title": .title, "meta": .meta,
        "link": .link, "script": .script, "style": .style, "article": .article, "main": .main,
        "section": .section, "nav": .nav, "aside": .aside, "header": .header, "footer": .footer,
        "form": .form, "p": .paragraph, "h1": .heading1, "h2": .heading2, "h3": .heading3,
        "h4": .heading4, "h5": .heading4, "h6": .heading4, "li": .listItem, "dd": .listItem,
        "dt": .listItem, "ul": .list, "ol": .list, "dl": .list, "menu": .nav,
        "blockquote": .blockquote, "pre": .preformatted, "figcaption": .caption,
        "caption": .caption, "figure": .figure, "table": .table, "tr": .row, "td": .cell,
        "th": .cell, "a": .anchor, "br": .lineBreak, "hr": .rule, "time": .time,
        "div": .block, "center": .block, "address": .block, "details": .block,
        "summary": .block, "fieldset": .block, "tbody": .block, "thead": .block,
        "tfoot": .block, "noscript": .hidden, "template": .hidden, "iframe": .hidden,
        "object": .hidden, "embed": .hidden, "svg": .hidden, "math": .inline,
        "select": .hidden, "option": .hidden, "button": .hidden, "textarea": .hidden,
        "input": .hidden, "label": .hidden, "dialog": .hidden, "canvas": .hidden,
        "audio": .hidden, "video": .hidden, "map": .hidden, "datalist": .hidden,
    ]

    /// Text inside is not for reading.
    var isUnseen: Bool {
        switch self {
        case .head, .title, .meta, .link, .script, .style, .hidden: true
        default: false
        }
    }

    /// A block of text ends where it begins and where it ends.
    var breaksBlock: Bool {
        switch self {
        case .text, .inline, .anchor, .time, .lineBreak: false
        default: true
        }
    }

    var isHeading: Bool {
        switch self {
        case .heading1, .heading2, .heading3, .heading4: true
        default: false
        }
    }
}

/// The tables of the index. Another number, and the file is thrown away and made anew.
enum IndexSchema {
    static let version = 2

    /// A sentence's row number is its version's number times 2^32 plus its place, so a version's sentences are a range.
    static let sentenceStride: Int64 = 1 << 32

    static let script = """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE article (slug TEXT PRIMARY KEY, signature INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE version (
            id INTEGER PRIMARY KEY, slug TEXT NOT NULL, key TEXT NOT NULL, title TEXT, date TEXT,
            origin TEXT, pin TEXT, review TEXT NOT NULL, revision TEXT, sentences INTEGER,
            UNIQUE (slug, key));
        CREATE TABLE alignment (
            slug TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL,
            source_revision TEXT NOT NULL, target_revision TEXT NOT NULL,
            source_count INTEGER NOT NULL, source_linked INTEGER NOT NULL,
            target_count INTEGER NOT NULL, target_linked INTEGER NOT NULL,
            PRIMARY KEY (slug, source, target)) WITHOUT ROWID;
        CREATE TABLE drift (
            slug TEXT NOT NULL, key TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL,
            changed INTEGER NOT NULL, PRIMARY KEY (slug, key, old, new)) WITHOUT ROWID;
        CREATE TABLE problem (slug TEXT NOT NULL, message TEXT NOT NULL, hint TEXT);
        CREATE VIRTUAL TABLE sentence USING fts5 (text, kind UNINDEXED, tokenize = 'dragoman');
        """
}

import TextCore

/// A tag that the test knows to be well-formed.
func tag(_ string: String) -> LanguageTag { LanguageTag(string) ?? .undetermined }

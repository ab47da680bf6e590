@main struct Dragoman { static func main() { print("x") } }

import ArgumentParser
@main struct Diligence: ParsableCommand { func run() { } }

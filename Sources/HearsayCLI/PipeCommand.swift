import ArgumentParser
import Foundation
import Hearsay

struct PipeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipe", abstract: "Answer JSON Lines on standard input, for other programs.")

  func run() {
    let server = PipeServer()
    while let line = readLine() {
      FileHandle.standardOutput.write(Data(server.answer(line) + [0x0A]))
    }
  }
}

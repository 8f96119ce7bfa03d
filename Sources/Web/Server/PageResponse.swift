import HTTPTypes
import Hummingbird

extension HTML {
  /// The page as an answer.
  func response(_ status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension Response {
  /// After an act: the browser asks for that page, so that a reload does not act again.
  static func see(_ path: Path) -> Response {
    Response(status: .seeOther, headers: [.location: path.text])
  }
}

import HTTPTypes
import Hummingbird
import Operations

extension HTML {
  /// The page as an answer; its forms are those of the session at hand.
  func response(_ status: HTTPResponse.Status = .ok) -> Response {
    let page = Visit.current?.formToken.map(carrying) ?? self
    return Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: page.bytes)))
  }
}

extension Response {
  /// After an act: the browser asks for that page, so that a reload does not act again.
  static func see(_ path: Path) -> Response {
    Response(status: .seeOther, headers: [.location: path.text])
  }
}

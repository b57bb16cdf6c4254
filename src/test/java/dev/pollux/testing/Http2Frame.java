package dev.pollux.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One frame of HTTP/2 (https://www.rfc-editor.org/rfc/rfc9113#section-4.1).
@SuppressWarnings("ArrayRecordComponent") // frames are passed on, never compared
record Http2Frame(int type, int flags, int stream, byte[] payload) {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int GOAWAY = 7;
  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;
  static final int ACK = 1;

  static Http2Frame read(DataInputStream in) throws IOException {
    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    int stream = in.readInt() & Integer.MAX_VALUE;
    return new Http2Frame(type, flags, stream, in.readNBytes(length));
  }

  void write(OutputStream out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(9 + payload.length);
    bytes.put((byte) (payload.length >> 16)).putShort((short) payload.length);
    bytes.put((byte) type).put((byte) flags).putInt(stream).put(payload);
    out.write(bytes.array());
    out.flush();
  }

  static Http2Frame rst(int stream, int code) {
    return new Http2Frame(RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(code).array());
  }

  static Http2Frame goAway(int last, int code) {
    return new Http2Frame(GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(last).putInt(code).array());
  }

  /// The head of an answer that ends there: status and content type, as literals that need no table
  /// of their own (https://www.rfc-editor.org/rfc/rfc7541#section-6.2.2).
  static Http2Frame page(int stream, int status, String contentType) {
    byte[] code = Integer.toString(status).getBytes(StandardCharsets.US_ASCII);
    byte[] type = contentType.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer head = ByteBuffer.allocate(5 + code.length + type.length);
    head.put((byte) 0x08).put((byte) code.length).put(code);
    head.put((byte) 0x0f).put((byte) 0x10).put((byte) type.length).put(type);
    return new Http2Frame(
        HEADERS, END_HEADERS | END_STREAM, stream, Arrays.copyOf(head.array(), head.position()));
  }

  /// What the service itself says, with a status of gRPC and nothing else.
  static Http2Frame said(int stream, int status) {
    byte[] name = "grpc-status".getBytes(StandardCharsets.US_ASCII);
    byte[] code = Integer.toString(status).getBytes(StandardCharsets.US_ASCII);
    byte[] head = page(stream, 200, "application/grpc").payload;
    ByteBuffer all = ByteBuffer.allocate(head.length + 3 + name.length + code.length);
    all.put(head).put((byte) 0).put((byte) name.length).put(name);
    all.put((byte) code.length).put(code);
    return new Http2Frame(HEADERS, END_HEADERS | END_STREAM, stream, all.array());
  }

  /// A client's settings, with one more: whoever answers must not build up a table of headers, so
  /// that an answer can be swallowed without spoiling those that follow.
  Http2Frame withoutHeaderTable() {
    byte[] more = Arrays.copyOf(payload, payload.length + 6);
    more[payload.length + 1] = 1;
    return new Http2Frame(type, flags, stream, more);
  }

  boolean ends() {
    return (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0;
  }

  String text() {
    return new String(payload, StandardCharsets.ISO_8859_1);
  }
}

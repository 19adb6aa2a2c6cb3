import { type Codec, list16, opaque16, opaque24, rest, struct, uint8 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

export interface StatusRequest {
  /** 1 is ocsp. */
  readonly type: number
  readonly responders: readonly Uint8Array[]
  readonly extensions: Uint8Array
}

/** RFC 6066 section 8. A TLS 1.2 server answers with nothing; its CertificateStatus follows as a message. */
export const statusRequest: Extension<StatusRequest, Uint8Array> = {
  type: extensionTypes.statusRequest,
  client: struct({ type: uint8, responders: list16(opaque16), extensions: opaque16 }),
  server: rest,
}

/** The body of CertificateStatus, and of `status_request` beside a certificate in TLS 1.3. */
export const certificateStatus: Codec<{ readonly type: number; readonly response: Uint8Array }> = struct({
  type: uint8,
  response: opaque24,
})

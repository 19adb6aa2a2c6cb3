import { type Codec, opaque8, opaque16, rest, struct, uint8, uint16 } from './codec.ts'
import { WireError } from './wire-error.ts'

/** Finite-field parameters, RFC 5246 section 7.4.3. */
export interface ServerDhParams {
  readonly kind: 'dh'
  readonly p: Uint8Array
  readonly g: Uint8Array
  readonly publicKey: Uint8Array
}

/** RFC 8422 section 5.4; only named curves are used in practice, an explicit one is kept as its bytes. */
export interface ServerEcParams {
  readonly kind: 'ec'
  readonly group: number
  readonly publicKey: Uint8Array
}

export interface ExplicitEcParams {
  readonly kind: 'explicit-ec'
  readonly curveType: number
}

/** RFC 5246 section 7.4.3 for export suites: a temporary RSA key (RFC 2246 section 7.4.3). */
export interface ServerRsaParams {
  readonly kind: 'rsa'
  readonly modulus: Uint8Array
  readonly exponent: Uint8Array
}

export type ServerParams = ServerDhParams | ServerEcParams | ExplicitEcParams | ServerRsaParams

export interface ServerKeyExchange<P extends ServerParams = ServerParams> {
  readonly params: P
  /** From TLS 1.2 on, and null where nothing is signed (anonymous, PSK). */
  readonly signatureScheme: number | null
  readonly signature: Uint8Array
}

const dh = struct({ p: opaque16, g: opaque16, publicKey: opaque16 })
const rsa = struct({ modulus: opaque16, exponent: opaque16 })
const namedCurve = 3

const ec: Codec<ServerEcParams | ExplicitEcParams> = {
  read: (reader) => {
    const curveType = uint8.read(reader)
    if (curveType !== namedCurve) {
      rest.read(reader)
      return { kind: 'explicit-ec', curveType }
    }
    return { kind: 'ec', group: uint16.read(reader), publicKey: opaque8.read(reader) }
  },
  write: (writer, value) => {
    if (value.kind !== 'ec') throw new WireError('bad-value', writer.length, ['curveType'])
    uint8.write(writer, namedCurve)
    uint16.write(writer, value.group)
    opaque8.write(writer, value.publicKey)
  },
}

export interface KeyExchangeShape {
  readonly params: 'dh' | 'ec' | 'rsa'
  /** Whether the parameters are signed, and whether the scheme is named (TLS 1.2). */
  readonly signed: boolean
  readonly namesScheme: boolean
  /** PSK suites put an identity hint in front (RFC 4279 section 2). */
  readonly hint: boolean
}

/** The message depends on the suite and version in use, so the codec is made for them. */
export function serverKeyExchange(shape: KeyExchangeShape): Codec<ServerKeyExchange> {
  return {
    read: (reader) => {
      if (shape.hint) opaque16.read(reader)
      const params = readParams(shape.params, reader)
      if (!shape.signed || params.kind === 'explicit-ec') {
        return { params, signatureScheme: null, signature: rest.read(reader) }
      }
      const signatureScheme = shape.namesScheme ? uint16.read(reader) : null
      return { params, signatureScheme, signature: opaque16.read(reader) }
    },
    write: (writer, { params, signatureScheme, signature }) => {
      if (shape.hint) opaque16.write(writer, new Uint8Array(0))
      if (params.kind === 'dh') dh.write(writer, params)
      else if (params.kind === 'rsa') rsa.write(writer, params)
      else ec.write(writer, params)
      if (!shape.signed) return
      if (shape.namesScheme) uint16.write(writer, signatureScheme ?? 0)
      opaque16.write(writer, signature)
    },
  }
}

function readParams(kind: KeyExchangeShape['params'], reader: Parameters<typeof dh.read>[0]): ServerParams {
  if (kind === 'dh') return { kind, ...dh.read(reader) }
  if (kind === 'rsa') return { kind, ...rsa.read(reader) }
  return ec.read(reader)
}

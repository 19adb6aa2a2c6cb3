import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certificate, certificate13 } from './certificate-message.ts'
import { certificateRequest10, certificateRequest12, certificateRequest13 } from './certificate-request.ts'
import { clientHello } from './client-hello.ts'
import { type Codec, decode, encode } from './codec.ts'
import { extensionList } from './extensions/extension.ts'
import { extensions } from './extensions/index.ts'
import { certificateStatus } from './extensions/status-request.ts'
import { serverHello } from './server-hello.ts'
import { serverKeyExchange } from './server-key-exchange.ts'
import { ssl2ClientHello, ssl2Record, ssl2ServerHello } from './ssl2.ts'
import { WireError } from './wire-error.ts'

const uint = (bits: number) => fc.integer({ min: 0, max: 2 ** bits - 1 })
const bytes = (maxLength: number, minLength = 0) => fc.uint8Array({ minLength, maxLength })
const exactly = (length: number) => bytes(length, length)
const list = <T>(item: fc.Arbitrary<T>, maxLength = 8) => fc.array(item, { maxLength })
const rawExtensions = list(fc.record({ type: uint(16), data: bytes(40) }))
const signed = { params: 'ec', signed: true, namesScheme: true, hint: false } as const

/** Every codec with values that it must carry unharmed. */
const cases: readonly {
  readonly name: string
  readonly codec: Codec<never>
  readonly values: fc.Arbitrary<unknown>
}[] = [
  entry('ClientHello', clientHello, {
    version: uint(16),
    random: exactly(32),
    sessionId: bytes(32),
    cipherSuites: list(uint(16)),
    compressionMethods: list(uint(8)),
    extensions: fc.option(rawExtensions),
  }),
  entry('ServerHello', serverHello, {
    version: uint(16),
    random: exactly(32),
    sessionId: bytes(32),
    cipherSuite: uint(16),
    compressionMethod: uint(8),
    extensions: fc.option(rawExtensions),
  }),
  plain('extensions', extensionList, rawExtensions),
  plain('Certificate', certificate, list(bytes(200))),
  entry('Certificate of TLS 1.3', certificate13, {
    context: bytes(20),
    entries: list(fc.record({ data: bytes(200), extensions: rawExtensions }), 4),
  }),
  entry('CertificateRequest', certificateRequest12, {
    types: list(uint(8)),
    signatureSchemes: list(uint(16)),
    authorities: list(bytes(60)),
  }),
  entry('CertificateRequest before TLS 1.2', certificateRequest10, {
    types: list(uint(8)),
    authorities: list(bytes(60)),
  }),
  entry('CertificateRequest of TLS 1.3', certificateRequest13, { context: bytes(20), extensions: rawExtensions }),
  entry('CertificateStatus', certificateStatus, { type: uint(8), response: bytes(300) }),
  entry('ServerKeyExchange by curve', serverKeyExchange(signed), {
    params: fc.record({ kind: fc.constant('ec'), group: uint(16), publicKey: bytes(133) }),
    signatureScheme: uint(16),
    signature: bytes(256),
  }),
  entry('ServerKeyExchange by prime', serverKeyExchange({ ...signed, params: 'dh', namesScheme: false }), {
    params: fc.record({ kind: fc.constant('dh'), p: bytes(256), g: bytes(2), publicKey: bytes(256) }),
    signatureScheme: fc.constant(null),
    signature: bytes(256),
  }),
  entry('SSL 2.0 ClientHello', ssl2ClientHello, {
    version: uint(16),
    ciphers: list(uint(24)),
    sessionId: bytes(16),
    challenge: bytes(32),
  }),
  entry('SSL 2.0 ServerHello', ssl2ServerHello, {
    sessionIdHit: uint(8),
    certificateType: uint(8),
    version: uint(16),
    certificate: bytes(300),
    ciphers: list(uint(24)),
    connectionId: bytes(16),
  }),
  plain('SSL 2.0 record', ssl2Record, bytes(300)),
]

describe.each(cases)('$name', ({ codec, values }) => {
  test('comes back as it was written, to the last byte', () => {
    fc.assert(
      fc.property(values, (value) => {
        const written = encode(codec, value as never)
        expect(normal(decode(codec, written))).toEqual(normal(value))
        expect(encode(codec, decode(codec, written))).toEqual(written)
      }),
    )
  })

  test('is refused wherever it is cut short, or read as another whole value', () => {
    fc.assert(
      fc.property(values, (value) => {
        const written = encode(codec, value as never)
        for (let length = 0; length < written.length; length += 1) readsOrRefuses(codec, written.subarray(0, length))
      }),
      { numRuns: 20 },
    )
  })

  test('survives any one byte changed: a value or a WireError with its place, never anything else', () => {
    fc.assert(
      fc.property(values, fc.nat(), uint(8), (value, at, byte) => {
        const written = encode(codec, value as never)
        if (written.length === 0) return
        written[at % written.length] = byte
        readsOrRefuses(codec, written)
      }),
    )
  })
})

test('bytes after the end of a message are an error where they begin', () => {
  const written = encode(certificate, [Uint8Array.of(1, 2, 3)])
  const error = thrown(() => decode(certificate, Uint8Array.of(...written, 0)))
  expect(error).toMatchObject({ code: 'trailing-bytes', offset: written.length })
})

test('an error names the field that it happened in', () => {
  const hello = encode(clientHello, {
    version: 0x0303,
    random: new Uint8Array(32),
    sessionId: new Uint8Array(0),
    cipherSuites: [0x002f],
    compressionMethods: [0],
    extensions: [{ type: 10, data: Uint8Array.of(1, 2) }],
  })
  expect(thrown(() => decode(clientHello, hello.subarray(0, -1))).path).toEqual(['extensions'])
  expect(thrown(() => decode(clientHello, hello.subarray(0, 20))).path).toEqual(['random'])
})

describe('extensions', () => {
  test('each stands once in the table, in no two files', () => {
    const types = extensions.map(({ type }) => type)
    expect(new Set(types).size).toBe(types.length)
  })

  test.each(extensions.map((extension) => [extension.type, extension] as const))(
    '%i takes hostile bytes calmly',
    (_, extension) => {
      fc.assert(
        fc.property(bytes(60), (data) => {
          readsOrRefuses(extension.client as Codec<unknown>, data)
          readsOrRefuses(extension.server as Codec<unknown>, data)
        }),
      )
    },
  )
})

function readsOrRefuses(codec: Codec<never> | Codec<unknown>, data: Uint8Array): void {
  try {
    decode(codec as Codec<unknown>, data)
  } catch (error) {
    expect(error).toBeInstanceOf(WireError)
    expect((error as WireError).offset).toBeLessThanOrEqual(data.length)
  }
}

function thrown(action: () => unknown): WireError {
  try {
    action()
  } catch (error) {
    return error as WireError
  }
  throw new Error('nothing was thrown')
}

/** Views of other buffers and plain records compare as what they hold. */
function normal(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, item) => (item instanceof Uint8Array ? [...item] : item)))
}

function plain<T>(name: string, codec: Codec<T>, values: fc.Arbitrary<unknown>) {
  return { name, codec: codec as unknown as Codec<never>, values }
}

function entry<T>(name: string, codec: Codec<T>, model: Record<string, fc.Arbitrary<unknown>>) {
  return plain(name, codec, fc.record(model))
}

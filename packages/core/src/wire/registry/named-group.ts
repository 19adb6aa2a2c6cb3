/** The IANA "TLS Supported Groups" registry (RFC 8422, RFC 7919, RFC 8446, and the post-quantum hybrids). */
export interface NamedGroup {
  readonly id: number
  readonly name: string
  readonly kind: 'ec' | 'ffdhe' | 'pq' | 'hybrid'
  /** Size of the field or prime in bits; of the classical half for hybrids, of the parameter set's name for ML-KEM. */
  readonly bits: number
  /** Usable in TLS 1.3 (RFC 8446 section 4.2.7 retires the older curves). */
  readonly tls13: boolean
}

const old = (id: number, name: string, bits: number): NamedGroup => ({ id, name, kind: 'ec', bits, tls13: false })
const group = (id: number, name: string, bits: number, kind: NamedGroup['kind'] = 'ec'): NamedGroup => ({
  id,
  name,
  kind,
  bits,
  tls13: true,
})

export const namedGroups: readonly NamedGroup[] = [
  old(0x0001, 'sect163k1', 163),
  old(0x0002, 'sect163r1', 163),
  old(0x0003, 'sect163r2', 163),
  old(0x0004, 'sect193r1', 193),
  old(0x0005, 'sect193r2', 193),
  old(0x0006, 'sect233k1', 233),
  old(0x0007, 'sect233r1', 233),
  old(0x0008, 'sect239k1', 239),
  old(0x0009, 'sect283k1', 283),
  old(0x000a, 'sect283r1', 283),
  old(0x000b, 'sect409k1', 409),
  old(0x000c, 'sect409r1', 409),
  old(0x000d, 'sect571k1', 571),
  old(0x000e, 'sect571r1', 571),
  old(0x000f, 'secp160k1', 160),
  old(0x0010, 'secp160r1', 160),
  old(0x0011, 'secp160r2', 160),
  old(0x0012, 'secp192k1', 192),
  old(0x0013, 'secp192r1', 192),
  old(0x0014, 'secp224k1', 224),
  old(0x0015, 'secp224r1', 224),
  old(0x0016, 'secp256k1', 256),
  group(0x0017, 'secp256r1', 256),
  group(0x0018, 'secp384r1', 384),
  group(0x0019, 'secp521r1', 521),
  old(0x001a, 'brainpoolP256r1', 256),
  old(0x001b, 'brainpoolP384r1', 384),
  old(0x001c, 'brainpoolP512r1', 512),
  group(0x001d, 'x25519', 255),
  group(0x001e, 'x448', 448),
  group(0x001f, 'brainpoolP256r1tls13', 256),
  group(0x0020, 'brainpoolP384r1tls13', 384),
  group(0x0021, 'brainpoolP512r1tls13', 512),
  old(0x0022, 'GC256A', 256),
  old(0x0023, 'GC256B', 256),
  old(0x0024, 'GC256C', 256),
  old(0x0025, 'GC256D', 256),
  old(0x0026, 'GC512A', 512),
  old(0x0027, 'GC512B', 512),
  old(0x0028, 'GC512C', 512),
  group(0x0029, 'curveSM2', 256),
  group(0x0100, 'ffdhe2048', 2048, 'ffdhe'),
  group(0x0101, 'ffdhe3072', 3072, 'ffdhe'),
  group(0x0102, 'ffdhe4096', 4096, 'ffdhe'),
  group(0x0103, 'ffdhe6144', 6144, 'ffdhe'),
  group(0x0104, 'ffdhe8192', 8192, 'ffdhe'),
  group(0x0200, 'MLKEM512', 512, 'pq'),
  group(0x0201, 'MLKEM768', 768, 'pq'),
  group(0x0202, 'MLKEM1024', 1024, 'pq'),
  group(0x11eb, 'SecP256r1MLKEM768', 256, 'hybrid'),
  group(0x11ec, 'X25519MLKEM768', 255, 'hybrid'),
  group(0x11ed, 'SecP384r1MLKEM1024', 384, 'hybrid'),
  group(0x11ee, 'curveSM2MLKEM768', 256, 'hybrid'),
  group(0x6399, 'X25519Kyber768Draft00', 255, 'hybrid'),
  group(0x639a, 'SecP256r1Kyber768Draft00', 256, 'hybrid'),
]

const byId = new Map(namedGroups.map((known) => [known.id, known]))

export function namedGroup(id: number): NamedGroup | undefined {
  return byId.get(id)
}

export function namedGroupName(id: number): string {
  return byId.get(id)?.name ?? `0x${id.toString(16).padStart(4, '0')}`
}

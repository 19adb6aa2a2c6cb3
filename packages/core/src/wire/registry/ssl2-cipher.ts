/** SSL 2.0 cipher kinds: three-byte code points of the SSL 2.0 specification, appendix C.4. */
export const ssl2Ciphers: readonly (readonly [id: number, name: string])[] = [
  [0x010080, 'SSL_CK_RC4_128_WITH_MD5'],
  [0x020080, 'SSL_CK_RC4_128_EXPORT40_WITH_MD5'],
  [0x030080, 'SSL_CK_RC2_128_CBC_WITH_MD5'],
  [0x040080, 'SSL_CK_RC2_128_CBC_EXPORT40_WITH_MD5'],
  [0x050080, 'SSL_CK_IDEA_128_CBC_WITH_MD5'],
  [0x060040, 'SSL_CK_DES_64_CBC_WITH_MD5'],
  [0x0700c0, 'SSL_CK_DES_192_EDE3_CBC_WITH_MD5'],
  [0x080080, 'SSL_CK_RC4_64_WITH_MD5'],
]

export function ssl2CipherName(id: number): string {
  return ssl2Ciphers.find(([known]) => known === id)?.[1] ?? `0x${id.toString(16).padStart(6, '0')}`
}

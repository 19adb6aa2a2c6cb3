import { configuration } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Stack } from '../stack.ts'

/** Botan names a suite by its parts, like GnuTLS. */
const policies: Readonly<Record<string, string>> = {
  'TLS 1.2 with AEAD': `allow_tls10 = false
allow_tls11 = false
allow_tls12 = true
ciphers = AES-256/GCM AES-128/GCM
macs = AEAD
key_exchange_methods = ECDH
signature_methods = RSA`,
  'TLS 1.0 to 1.2 with CBC': `allow_tls10 = true
allow_tls11 = true
allow_tls12 = true
ciphers = AES-128
macs = SHA-1
key_exchange_methods = ECDH RSA
signature_methods = RSA IMPLICIT`,
}

export const botan: Stack = {
  name: 'Botan',
  needs: ['botan'],
  configurations: [
    configuration('TLS 1.2 with AEAD', {
      versions: ['TLSv1.2'],
      suites: ['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'],
    }),
    configuration('TLS 1.0 to 1.2 with CBC', {
      versions: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2'],
      suites: ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 'TLS_RSA_WITH_AES_128_CBC_SHA'],
    }),
  ],
  start: (served, place) =>
    Promise.all(
      served.map(async ({ name, port }) => {
        const policy = await place.file(
          `botan${port}.policy`,
          `${policies[name]}
signature_hashes = SHA-512 SHA-384 SHA-256 SHA-1
key_exchange_groups = x25519 secp256r1 secp384r1
allow_insecure_renegotiation = false
include_time_in_hello_random = true
allow_server_initiated_renegotiation = false
hide_unknown_users = false
server_uses_own_ciphersuite_preferences = true
negotiate_encrypt_then_mac = true
session_ticket_lifetime = 86400
minimum_rsa_bits = 2048
minimum_signature_strength = 80
`,
        )
        return startDaemon({
          command: 'botan',
          args: ['tls_server', place.rsa.cert, place.rsa.key, `--port=${port}`, `--policy=${policy}`],
          ports: [port],
        })
      }),
    ),
}

import { configuration, suiteId } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Stack } from '../stack.ts'
import { run } from '../stack.ts'

const nssVersion = {
  SSLv2: 'ssl3',
  SSLv3: 'ssl3',
  'TLSv1.0': 'tls1.0',
  'TLSv1.1': 'tls1.1',
  'TLSv1.2': 'tls1.2',
  'TLSv1.3': 'tls1.3',
} as const

export const nss: Stack = {
  name: 'NSS selfserv',
  needs: ['selfserv', 'certutil', 'pk12util', 'openssl'],
  configurations: [
    configuration('TLS 1.0 only', {
      versions: ['TLSv1.0'],
      suites: ['TLS_RSA_WITH_AES_128_CBC_SHA', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'TLS_RSA_WITH_RC4_128_SHA'],
    }),
    configuration('SSL 3.0 to TLS 1.2', {
      versions: ['SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2'],
      suites: [
        'TLS_RSA_WITH_AES_256_CBC_SHA',
        'TLS_RSA_WITH_RC4_128_MD5',
        'TLS_RSA_WITH_CAMELLIA_128_CBC_SHA',
        'TLS_RSA_WITH_AES_128_GCM_SHA256',
      ],
    }),
    configuration('TLS 1.2 and 1.3', {
      suites: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256'],
      suites13: ['TLS_AES_128_GCM_SHA256', 'TLS_CHACHA20_POLY1305_SHA256'],
    }),
    configuration('TLS 1.3 only', { versions: ['TLSv1.3'], suites13: ['TLS_AES_256_GCM_SHA384'] }),
  ],
  start: async (served, place) => {
    const db = `${place.dir}/nssdb`
    await place.file('nssdb/empty', '')
    run('certutil', ['-N', '-d', `sql:${db}`, '--empty-password'])
    const p12 = `${place.dir}/nss.p12`
    run('openssl', [
      'pkcs12',
      '-export',
      '-in',
      place.rsa.cert,
      '-inkey',
      place.rsa.key,
      '-name',
      'server',
      '-passout',
      'pass:',
      '-out',
      p12,
    ])
    run('pk12util', ['-i', p12, '-d', `sql:${db}`, '-W', '', '-K', ''])
    return Promise.all(
      served.map(({ port, versions, suites, suites13 }) => {
        const codes = [...(versions.includes('TLSv1.3') ? suites13 : []), ...(versions[0] === 'TLSv1.3' ? [] : suites)]
        const list = codes.map((name) => `:${suiteId(name).toString(16).padStart(4, '0').toUpperCase()}`).join('')
        const [low, high] = [versions[0], versions.at(-1)].map((version) => nssVersion[version ?? 'TLSv1.2'])
        return startDaemon({
          command: 'selfserv',
          args: [
            '-n',
            'server',
            '-p',
            String(port),
            '-d',
            `sql:${db}`,
            '-V',
            `${low}:${high}`,
            '-c',
            list,
            '-N',
            '-W',
            '0',
          ],
          ports: [port],
          // Debian's system policy would switch off what the configuration switches on.
          env: { NSS_IGNORE_SYSTEM_POLICY: '1' },
        })
      }),
    )
  },
}

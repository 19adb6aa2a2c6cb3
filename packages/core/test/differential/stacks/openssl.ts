import { common, configuration, staticOnly, unauthenticated } from '../configuration.ts'
import { findProgram, startDaemon } from '../daemon.ts'
import type { Stack } from '../stack.ts'
import { opensslList, opensslSuites, opensslVersion } from '../stack.ts'

/** Whatever this OpenSSL can do with these certificates: more suites than any list by hand. */
const everything =
  findProgram('openssl') === null ? [] : opensslSuites('ALL:COMPLEMENTOFALL:!PSK:!SRP:!aDSS:@SECLEVEL=0')

/** One connection at a time, which is a test of patience as well. */
export const openssl: Stack = {
  name: 'openssl s_server',
  needs: ['openssl'],
  configurations: [
    ...common,
    configuration('a hole at TLS 1.1', { versions: ['TLSv1.0', 'TLSv1.2'], suites: staticOnly, preference: 'SERVER' }),
    configuration('anonymous and NULL suites', {
      versions: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2'],
      suites: unauthenticated,
      preference: 'SERVER',
    }),
    configuration('all that OpenSSL has', {
      versions: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'],
      suites: everything,
      preference: 'SERVER',
    }),
    configuration('one TLS 1.3 suite', {
      versions: ['TLSv1.3'],
      suites13: ['TLS_CHACHA20_POLY1305_SHA256'],
      preference: null,
    }),
    configuration('CCM in TLS 1.3', {
      versions: ['TLSv1.3'],
      suites13: ['TLS_AES_128_CCM_8_SHA256', 'TLS_AES_128_CCM_SHA256'],
      preference: 'SERVER',
    }),
  ],
  start: (served, place) =>
    Promise.all(
      served.map(({ port, versions, suites, suites13, preference }) =>
        startDaemon({
          command: 'openssl',
          args: [
            's_server',
            ...['-accept', `127.0.0.1:${port}`, '-quiet', '-www'],
            ...['-cert', place.rsa.cert, '-key', place.rsa.key, '-dcert', place.ec.cert, '-dkey', place.ec.key],
            ...['-dhparam', place.dh, '-cipher', opensslList(suites), '-ciphersuites', suites13.join(':')],
            ...['-min_protocol', opensslVersion[versions[0] as 'TLSv1.2']],
            ...['-max_protocol', opensslVersion[versions.at(-1) as 'TLSv1.2']],
            ...(versions.length === 2 && versions[0] === 'TLSv1.0' ? ['-no_tls1_1'] : []),
            ...(preference === 'SERVER' ? ['-serverpref'] : []),
          ],
          ports: [port],
        }),
      ),
    ),
}

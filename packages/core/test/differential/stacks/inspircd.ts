import { configuration } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Stack } from '../stack.ts'

const priority =
  'NONE:+VERS-TLS1.1:+VERS-TLS1.2:+ECDHE-RSA:+RSA:+AES-128-GCM:+AES-128-CBC:+AEAD:+SHA1:+SIGN-ALL:+GROUP-ALL:+CTYPE-ALL:+COMP-NULL'

export const inspircd: Stack = {
  name: 'InspIRCd',
  needs: ['inspircd'],
  root: true,
  configurations: [
    configuration('TLS 1.1 and 1.2', {
      versions: ['TLSv1.1', 'TLSv1.2'],
      suites: [
        'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
        'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
        'TLS_RSA_WITH_AES_128_GCM_SHA256',
        'TLS_RSA_WITH_AES_128_CBC_SHA',
      ],
      starttls: 'irc',
    }),
  ],
  start: async (served, place) =>
    Promise.all(
      served.map(async ({ port }) => {
        const conf = await place.file(
          'inspircd.conf',
          `<server name="irc.example" description="x" network="x" id="97K">
<admin name="x" nick="x" email="x@example.com">
<bind address="127.0.0.1" port="${port}" type="clients">
<power diepass="x" restartpass="x">
<connect name="main" allow="*" timeout="60" threshold="1000" localmax="10000" globalmax="10000" useident="no" resolvehostnames="no">
<class name="x" commands="">
<dns server="127.0.0.1" timeout="1">
<module name="ssl_gnutls">
<module name="starttls">
<sslprofile name="default" provider="gnutls" certfile="${place.rsa.cert}" keyfile="${place.rsa.key}" priority="${priority}" hash="sha256">
<gnutls onrehash="no" starttls="default">
<log method="file" type="*" level="default" target="${place.dir}/irc.log">
<connectban threshold="100000"><performance quietbursts="yes" somaxconn="128">
<files motd="${place.dir}/ca.pem">
`,
        )
        return startDaemon({
          command: 'inspircd',
          args: ['--config', conf, '--nofork', '--runasroot', '--nopid', '--nolog'],
          ports: [port],
          // It may leave a core behind when it is stopped.
          cwd: place.dir,
        })
      }),
    ),
}

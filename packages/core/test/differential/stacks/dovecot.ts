import { configuration, wide } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Stack } from '../stack.ts'
import { opensslList, permissiveOpenssl } from '../stack.ts'

/** One configuration for four protocols; Dovecot has no upper limit of versions. */
const all = ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const
const suites = wide.filter((name) => !name.includes('_ECDSA_'))
const kinds = { imap: 'imap-login', pop3: 'pop3-login', sieve: 'managesieve-login', lmtp: 'lmtp' } as const

export const dovecot: Stack = {
  name: 'dovecot',
  needs: ['dovecot', 'openssl'],
  root: true,
  configurations: (Object.keys(kinds) as (keyof typeof kinds)[]).map((starttls) =>
    configuration(starttls, { versions: all, suites, preference: 'SERVER', starttls }),
  ),
  start: async (served, place) => {
    const service = (kind: keyof typeof kinds, port: number) => `service ${kinds[kind]} {
  inet_listener ${kind} {
    address = 127.0.0.1
    port = ${port}
  }
  ${kind === 'imap' || kind === 'pop3' ? `inet_listener ${kind}s {\n    port = 0\n  }` : ''}
  ${kind === 'lmtp' ? '' : 'service_count = 0'}
}`
    const conf = await place.file(
      'dovecot.conf',
      `protocols = imap pop3 sieve lmtp
base_dir = ${place.dir}/run
state_dir = ${place.dir}/state
log_path = ${place.dir}/dovecot.log
ssl = yes
ssl_cert = <${place.rsa.cert}
ssl_key = <${place.rsa.key}
ssl_dh = <${place.dh}
ssl_min_protocol = TLSv1
ssl_prefer_server_ciphers = yes
ssl_cipher_list = ${opensslList(suites)}
mail_location = maildir:${place.dir}/mail
passdb {
  driver = static
  args = nopassword=y
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${place.dir}/home
}
${served.map(({ starttls, port }) => service(starttls as keyof typeof kinds, port)).join('\n')}
`,
    )
    const args = ['-F', '-c', conf]
    return [
      await startDaemon({
        command: 'dovecot',
        args,
        ports: served.map(({ port }) => port),
        env: await permissiveOpenssl(place),
      }),
    ]
  },
}

/** Every remedy that says it is tested: the real server is started with it and probed; the finding is gone and nothing else broke. */
import { readFile, rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../src/judge.ts'
import { microsoft365 } from '../src/policy/index.ts'
import { remedies } from '../src/remediation/index.ts'
import type { Judgement } from '../src/report/index.ts'
import type { StarttlsKind } from '../src/target.ts'
import { configuration } from './differential/configuration.ts'
import { findProgram, startDaemon } from './differential/daemon.ts'
import { observeServed } from './differential/observe.ts'
import { makePlace, missing, type Place, permissiveOpenssl, run, type Stack } from './differential/stack.ts'
import { freePorts } from './support/free-ports.ts'

interface Server {
  readonly starttls: StarttlsKind | null
  readonly needs: readonly string[]
  /** What an administrator finds on an old machine, in the product's own words. */
  readonly legacy: string
  readonly start: (tls: string, port: number, place: Place) => Promise<{ readonly stop: () => Promise<void> }>
}

const oldList = 'ALL:COMPLEMENTOFALL:!aNULL:!eNULL:@SECLEVEL=0'

const servers: Readonly<Record<string, Server>> = {
  'nginx-tls': {
    starttls: null,
    needs: ['nginx'],
    legacy: `ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;\nssl_ciphers ${oldList};`,
    async start(tls, port, place) {
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (each) => `${each}_temp_path ${place.dir}/${each};`,
      )
      const conf = await place.file(
        `nginx-${port}.conf`,
        `daemon off; pid ${place.dir}/nginx-${port}.pid; error_log stderr; worker_processes 1;
events { worker_connections 512; }
http { access_log off; ${temporary.join(' ')}
server { listen 127.0.0.1:${port} ssl; server_name server.example;
ssl_certificate ${place.rsa.cert}; ssl_certificate_key ${place.rsa.key};
${tls}
} }`,
      )
      return startDaemon({
        command: 'nginx',
        args: ['-c', conf, '-p', place.dir, '-e', 'stderr'],
        ports: [port],
        env: await permissiveOpenssl(place),
      })
    },
  },
  'apache-tls': {
    starttls: null,
    needs: ['apache2'],
    legacy: `SSLProtocol all\nSSLCipherSuite ${oldList}`,
    async start(tls, port, place) {
      const modules = ['mpm_event', 'authz_core', 'socache_shmcb', 'ssl'].map(
        (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
      )
      const conf = await place.file(
        `apache-${port}.conf`,
        `ServerRoot ${place.dir}
ServerName server.example
PidFile ${place.dir}/apache-${port}.pid
DefaultRuntimeDir ${place.dir}
ErrorLog ${place.dir}/apache-${port}.log
User nobody
Group nogroup
${modules.join('\n')}
Listen 127.0.0.1:${port}
<VirtualHost 127.0.0.1:${port}>
ServerName server.example
SSLEngine on
SSLCertificateFile ${place.rsa.cert}
SSLCertificateKeyFile ${place.rsa.key}
${tls}
</VirtualHost>
`,
      )
      return startDaemon({
        command: 'apache2',
        args: ['-f', conf, '-DFOREGROUND'],
        ports: [port],
        env: await permissiveOpenssl(place),
      })
    },
  },
  'haproxy-tls': {
    starttls: null,
    needs: ['haproxy'],
    legacy: `global\n    ssl-default-bind-ciphers ${oldList}\n    ssl-default-bind-options ssl-min-ver TLSv1.0`,
    async start(tls, port, place) {
      const conf = await place.file(
        `haproxy-${port}.cfg`,
        `${tls}
defaults
    timeout client 5s
    timeout server 5s
    timeout connect 5s
frontend web
    mode http
    bind 127.0.0.1:${port} ssl crt ${place.rsa.both}
    http-request return status 200
`,
      )
      return startDaemon({
        command: 'haproxy',
        args: ['-f', conf, '-db'],
        ports: [port],
        env: await permissiveOpenssl(place),
      })
    },
  },
  'postfix-tls': {
    starttls: 'smtp',
    needs: ['postfix'],
    legacy: `smtpd_tls_security_level = may\nsmtpd_tls_protocols = !SSLv2, !SSLv3\nsmtpd_tls_ciphers = low\ntls_low_cipherlist = ${oldList}`,
    async start(tls, port, place) {
      const dir = await place.folder(`postfix-${port}`)
      await place.file(
        `postfix-${port}/main.cf`,
        `compatibility_level = 3.6
queue_directory = ${dir}/spool
data_directory = ${dir}/data
maillog_file = ${dir}/mail.log
maillog_file_prefixes = ${dir}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = server.example
smtpd_tls_chain_files = ${place.rsa.key}, ${place.rsa.cert}
smtpd_client_connection_count_limit = 0
default_process_limit = 50
local_recipient_maps =
alias_maps =
${tls}
`,
      )
      await place.file(
        `postfix-${port}/master.cf`,
        `127.0.0.1:${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
rewrite unix - - n - - trivial-rewrite
anvil unix - - n - 1 anvil
proxymap unix - - n - - proxymap
tlsmgr unix - - n 1000? 1 tlsmgr
postlog unix-dgram n - n - 1 postlogd
`,
      )
      await place.file(`postfix-${port}/spool/pid/empty`, '')
      await place.folder(`postfix-${port}/data`)
      run('postfix', ['-c', dir, 'check'])
      return startDaemon({ command: '/usr/lib/postfix/sbin/master', args: ['-c', dir, '-d'], ports: [port] })
    },
  },
  'exim-tls-gnutls': {
    starttls: 'smtp',
    needs: ['exim4'],
    legacy: 'tls_advertise_hosts = *\ntls_require_ciphers = NORMAL:+VERS-TLS1.0:+VERS-TLS1.1:+3DES-CBC',
    async start(tls, port, place) {
      const spool = await place.folder(`exim-${port}`)
      const conf = await place.file(
        `exim-${port}.conf`,
        `primary_hostname = server.example
daemon_smtp_ports = ${port}
local_interfaces = 127.0.0.1
spool_directory = ${spool}
log_file_path = ${spool}/%slog
pid_file_path = ${spool}/pid
smtp_accept_max = 0
rfc1413_query_timeout = 0s
host_lookup =
tls_certificate = ${place.rsa.cert}
tls_privatekey = ${place.rsa.key}
${tls}
keep_environment =
`,
      )
      return startDaemon({ command: findProgram('exim4') ?? 'exim4', args: ['-bdf', '-C', conf], ports: [port] })
    },
  },
  'dovecot-tls': {
    starttls: 'imap',
    needs: ['dovecot'],
    legacy: `ssl = yes\nssl_min_protocol = TLSv1\nssl_cipher_list = ${oldList}`,
    async start(tls, port, place) {
      const conf = await place.file(
        `dovecot-${port}.conf`,
        `protocols = imap
base_dir = ${place.dir}/run-${port}
state_dir = ${place.dir}/state-${port}
log_path = ${place.dir}/dovecot-${port}.log
ssl_cert = <${place.rsa.cert}
ssl_key = <${place.rsa.key}
ssl_dh = <${place.dh}
mail_location = maildir:${place.dir}/mail
passdb {
  driver = static
  args = nopassword=y
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${place.dir}/home
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
  service_count = 0
}
${tls}
`,
      )
      return startDaemon({
        command: 'dovecot',
        args: ['-F', '-c', conf],
        ports: [port],
        env: await permissiveOpenssl(place),
      })
    },
  },
}

test('every remedy that says it is tested is tested here, and no other', () => {
  const claimed = remedies.filter((remedy) => remedy.tested).map((remedy) => remedy.id)
  expect(claimed.toSorted()).toEqual(Object.keys(servers).toSorted())
})

describe.each(Object.entries(servers))('%s', (id, server) => {
  const stack: Stack = {
    name: id,
    needs: [...server.needs, 'openssl'],
    root: true,
    configurations: [],
    start: async () => [],
  }
  const lacking = missing(stack)
  let place: Place

  beforeAll(async () => {
    if (lacking === null) place = await makePlace()
  })
  afterAll(async () => {
    if (lacking === null) await rm(place.dir, { recursive: true, force: true })
  })

  const judged = async (tls: string): Promise<Judgement> => {
    const port = await freePorts(1)
    const daemon = await server.start(tls, port, place)
    try {
      const target = { ...configuration(id, {}), port, starttls: server.starttls }
      const { facts } = await observeServed(target, [await readFile(place.ca, 'utf8')])
      return judge(facts, { role: 'inbound', policy: microsoft365, now: new Date(), serverName: 'server.example' })
    } finally {
      await daemon.stop()
    }
  }

  test.skipIf(lacking !== null)('takes the old versions away and breaks nothing', async () => {
    const remedy = remedies.find((one) => one.id === id)
    const before = await judged(server.legacy)
    const after = await judged(remedy?.set ?? '')
    const outcome = (judgement: Judgement, rule: string) =>
      judgement.findings.find((one) => one.ruleId === rule)?.outcome

    expect(before.verdict).toBe('LEGACY_ENABLED')
    expect(outcome(before, 'accepts-tls-1-0')).toBe('fail')
    expect(after.verdict).toBe('READY')
    for (const rule of ['accepts-tls-1-0', 'accepts-tls-1-1', 'accepts-static-rsa', 'accepts-64-bit-blocks'])
      expect([rule, outcome(after, rule)]).toEqual([rule, 'pass'])
    const broken = after.findings.filter(
      ({ ruleId, outcome: now }) => now === 'fail' && outcome(before, ruleId) !== 'fail',
    )
    expect(broken.map(({ ruleId }) => ruleId)).toEqual([])
  })
})

afterAll(() => {
  const absent = Object.values(servers).flatMap(({ needs }) => needs.filter((name) => findProgram(name) === null))
  if (absent.length > 0) process.stdout.write(`Remedies not tested: ${absent.join(', ')}\n`)
})

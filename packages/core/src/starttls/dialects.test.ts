// biome-ignore-all lint/suspicious/noControlCharactersInRegex: binary protocols are heard byte for byte.
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../test/support/scripted-peer.ts'
import { scriptedPeer, speechLength } from '../../test/support/scripted-peer.ts'
import { StreamEnd } from '../net/stream-end.ts'
import type { StarttlsKind } from '../target.ts'
import { starttlsKinds } from '../target.ts'
import type { Upgrade } from './dialect.ts'
import { dialectOf, dialects } from './index.ts'
import { tdsPacket } from './tds-packet.ts'

const says = (...lines: string[]): Step => ({ says: lines.map((line) => `${line}\r\n`).join('') })
const hears = (pattern: RegExp): Step => ({ hears: pattern })
const raw = (...bytes: (number | string)[]): Step => ({
  says: Buffer.concat(bytes.map((each) => (typeof each === 'number' ? Buffer.of(each) : Buffer.from(each, 'latin1')))),
})
const hex = (text: string): Step => ({ says: Buffer.from(text.replaceAll(' ', ''), 'hex') })

test('the table holds every dialect of the folder, in the order of the kinds', () => {
  const others = ['dialect.ts', 'index.ts', 'words.ts', 'tds-packet.ts']
  const files = readdirSync(new URL('.', import.meta.url)).filter(
    (name) => !name.endsWith('.test.ts') && !others.includes(name),
  )
  expect(dialects.map(({ kind }) => kind)).toEqual(starttlsKinds)
  expect(files.sort()).toEqual(starttlsKinds.map((kind) => `${kind}.ts`).sort())
  expect(dialects.every(({ ports }) => ports.length > 0)).toBe(true)
})

const smtpHello = [says('220 mx.example ESMTP Postfix'), hears(/^EHLO client\.example\r\n$/)]
const mysqlGreeting = (abilities: number, version = '10.11.6-MariaDB'): Step => {
  const payload = Buffer.concat([
    Buffer.of(10),
    Buffer.from(`${version}\0`),
    Buffer.alloc(13, 0x61),
    Buffer.of(abilities & 0xff, abilities >> 8),
    Buffer.alloc(30),
  ])
  return { says: Buffer.concat([Buffer.of(payload.length, 0, 0, 0), payload]) }
}
const mysqlError = (code: number, text: string): Step => {
  const payload = Buffer.concat([Buffer.of(0xff, code & 0xff, code >> 8), Buffer.from(text)])
  return { says: Buffer.concat([Buffer.of(payload.length, 0, 0, 0), payload]) }
}
const tdsReply = (encryption: number): Step => ({
  says: tdsPacket(
    4,
    Buffer.from(
      `00000b0006 0100110001 ff 0f0007d00000 ${encryption.toString(16).padStart(2, '0')}`.replaceAll(' ', ''),
      'hex',
    ),
  ),
})
const ldapReply = (code: number, text = '', id = 1): Step => ({
  says: Buffer.concat([
    Buffer.of(
      0x30,
      0x84,
      0,
      0,
      0,
      16 + text.length - 4,
      2,
      1,
      id,
      0x78,
      7 + text.length,
      0x0a,
      1,
      code,
      4,
      0,
      4,
      text.length,
    ),
    Buffer.from(text),
  ]),
})
const xmlHead = `<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' id='1' version='1.0'>`
const xmppHello = (to: RegExp): Step[] => [hears(to), raw(xmlHead)]

const upgraded = (banner: string | null) => ({ upgraded: true, banner })
const no = (reason: string, reply: string | RegExp = /./s) => ({
  upgraded: false,
  reason,
  reply: typeof reply === 'string' ? reply : expect.stringMatching(reply),
})

const cases: readonly (readonly [StarttlsKind, string, readonly Step[], object])[] = [
  [
    'smtp',
    'upgrades',
    [
      ...smtpHello,
      says('250-mx.example', '250-SIZE 1', '250 STARTTLS'),
      hears(/^STARTTLS\r\n$/),
      says('220 2.0.0 Ready'),
    ],
    upgraded('mx.example ESMTP Postfix'),
  ],
  [
    'smtp',
    'upgrades after a greeting of several lines',
    [
      says('220-mx.example', '220-second', '220 third'),
      hears(/EHLO/),
      says('250-x', '250-starttls', '250 OK'),
      hears(/STARTTLS/),
      says('220 go'),
    ],
    upgraded('mx.example'),
  ],
  ['smtp', 'does not offer it', [...smtpHello, says('250-mx.example', '250 SIZE 1')], no('not-offered')],
  [
    'smtp',
    'is busy at once',
    [says('421 4.7.0 Too many connections')],
    no('throttled', '421 4.7.0 Too many connections'),
  ],
  [
    'smtp',
    'is busy at STARTTLS',
    [
      ...smtpHello,
      says('250-x', '250 STARTTLS'),
      hears(/STARTTLS/),
      says('454 TLS not available due to temporary reason'),
    ],
    no('throttled', /^454 /),
  ],
  [
    'smtp',
    'refuses',
    [...smtpHello, says('250-x', '250 STARTTLS'), hears(/STARTTLS/), says('554 No')],
    no('refused', '554 No'),
  ],
  ['smtp', 'is another protocol', [says('SSH-2.0-OpenSSH_9.2')], no('not-spoken', /^/)],
  [
    'submission',
    'upgrades',
    [...smtpHello, says('250-x', '250 STARTTLS'), hears(/STARTTLS/), says('220 go')],
    upgraded('mx.example ESMTP Postfix'),
  ],
  [
    'lmtp',
    'upgrades',
    [
      says('220 mx.example LMTP'),
      hears(/^LHLO client\.example\r\n$/),
      says('250-x', '250 STARTTLS'),
      hears(/STARTTLS/),
      says('220 go'),
    ],
    upgraded('mx.example LMTP'),
  ],

  [
    'imap',
    'upgrades',
    [
      says('* OK [CAPABILITY IMAP4rev1] Dovecot ready.'),
      hears(/^s1 CAPABILITY\r\n$/),
      says('* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED', 's1 OK done'),
      hears(/^s2 STARTTLS\r\n$/),
      says('s2 OK Begin TLS'),
    ],
    upgraded('* OK [CAPABILITY IMAP4rev1] Dovecot ready.'),
  ],
  [
    'imap',
    'does not offer it',
    [says('* OK hello'), hears(/CAPABILITY/), says('* CAPABILITY IMAP4rev1 XSTARTTLS', 's1 OK done')],
    no('not-offered', /XSTARTTLS/),
  ],
  ['imap', 'is full', [says('* BYE Too many connections')], no('throttled', '* BYE Too many connections')],
  ['imap', 'takes the login for granted', [says('* PREAUTH welcome')], no('refused')],
  [
    'imap',
    'cannot now',
    [
      says('* OK hello'),
      hears(/CAPABILITY/),
      says('* CAPABILITY STARTTLS', 's1 OK done'),
      hears(/STARTTLS/),
      says('s2 NO [UNAVAILABLE] later'),
    ],
    no('throttled', 's2 NO [UNAVAILABLE] later'),
  ],
  [
    'imap',
    'refuses',
    [
      says('* OK hello'),
      hears(/CAPABILITY/),
      says('* CAPABILITY STARTTLS', 's1 OK done'),
      hears(/STARTTLS/),
      says('s2 BAD no'),
    ],
    no('refused', 's2 BAD no'),
  ],
  ['imap', 'is another protocol', [says('+OK POP3')], no('not-spoken')],

  [
    'pop3',
    'upgrades',
    [
      says('+OK Dovecot ready.'),
      hears(/^CAPA\r\n$/),
      says('+OK', 'TOP', 'STLS', '.'),
      hears(/^STLS\r\n$/),
      says('+OK Begin TLS'),
    ],
    upgraded('+OK Dovecot ready.'),
  ],
  [
    'pop3',
    'upgrades though it does not know CAPA',
    [says('+OK old'), hears(/CAPA/), says('-ERR unknown'), hears(/STLS/), says('+OK')],
    upgraded('+OK old'),
  ],
  ['pop3', 'does not offer it', [says('+OK hi'), hears(/CAPA/), says('+OK', 'TOP', '.')], no('not-offered', 'TOP')],
  ['pop3', 'is busy', [says('-ERR [SYS/TEMP] later')], no('throttled', '-ERR [SYS/TEMP] later')],
  [
    'pop3',
    'refuses',
    [says('+OK hi'), hears(/CAPA/), says('-ERR what'), hears(/STLS/), says('-ERR no')],
    no('refused', '-ERR no'),
  ],

  [
    'sieve',
    'upgrades',
    [
      says('"IMPLEMENTATION" "Dovecot Pigeonhole"', '"SIEVE" "fileinto"', '"STARTTLS"', 'OK "ready"'),
      hears(/^STARTTLS\r\n$/),
      says('OK "Begin TLS"'),
    ],
    upgraded('"IMPLEMENTATION" "Dovecot Pigeonhole"'),
  ],
  [
    'sieve',
    'upgrades with literals in the list',
    [says('"IMPLEMENTATION" {7}', 'Literal', '"STARTTLS"', 'OK'), hears(/STARTTLS/), says('OK')],
    upgraded('"IMPLEMENTATION" "Literal"'),
  ],
  ['sieve', 'does not offer it', [says('"IMPLEMENTATION" "x"', 'OK')], no('not-offered')],
  ['sieve', 'is going down', [says('BYE (TRYLATER) "full"')], no('throttled', 'BYE (TRYLATER) "full"')],
  [
    'sieve',
    'refuses',
    [says('"STARTTLS"', 'OK'), hears(/STARTTLS/), says('NO "not for you"')],
    no('refused', 'NO "not for you"'),
  ],

  [
    'ftp',
    'upgrades',
    [says('220 ProFTPD Server'), hears(/^AUTH TLS\r\n$/), says('234 AUTH TLS successful')],
    upgraded('220 ProFTPD Server'),
  ],
  [
    'ftp',
    'upgrades after lines of any shape',
    [says('220-Welcome', 'no code here', ' 220 nor here', '220-still', '220 end'), hears(/AUTH/), says('234 ok')],
    upgraded('220-Welcome'),
  ],
  ['ftp', 'is full', [says('421 Too many users')], no('throttled', '421 Too many users')],
  ['ftp', 'lacks something just now', [says('220 hi'), hears(/AUTH/), says('431 later')], no('throttled', '431 later')],
  ['ftp', 'does not know it', [says('220 hi'), hears(/AUTH/), says('502 AUTH not implemented')], no('not-offered')],
  ['ftp', 'refuses', [says('220 hi'), hears(/AUTH/), says('534 policy')], no('refused', '534 policy')],

  ['ldap', 'upgrades', [hears(/1\.3\.6\.1\.4\.1\.1466\.20037$/), ldapReply(0)], upgraded(null)],
  [
    'ldap',
    'does not know it',
    [hears(/20037/), ldapReply(2, 'unsupported')],
    no('not-offered', 'result 2: unsupported'),
  ],
  ['ldap', 'is busy', [hears(/20037/), ldapReply(51)], no('throttled', 'result 51')],
  [
    'ldap',
    'refuses',
    [hears(/20037/), ldapReply(1, 'TLS already started')],
    no('refused', 'result 1: TLS already started'),
  ],
  ['ldap', 'says goodbye with a zero that permits nothing', [hears(/20037/), ldapReply(0, '', 0)], no('refused')],
  ['ldap', 'is another protocol', [hears(/20037/), says('HTTP/1.1 400 Bad Request')], no('not-spoken', /^/)],

  [
    'xmpp',
    'upgrades',
    [
      ...xmppHello(/to='im\.example' xmlns='jabber:client'.*version='1\.0'>$/),
      raw(
        `<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>`,
      ),
      hears(/<starttls/),
      raw(`<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`),
    ],
    upgraded(null),
  ],
  [
    'xmpp',
    'upgrades with white space and an open proceed',
    [
      ...xmppHello(/to=/),
      raw(`\n <features xmlns='x'>\n<starttls/>\n</features>\n`),
      hears(/<starttls/),
      raw(`<proceed xmlns='y'></proceed>`),
    ],
    upgraded(null),
  ],
  [
    'xmpp',
    'does not offer it',
    [
      ...xmppHello(/to=/),
      raw(`<stream:features><mechanisms><mechanism>PLAIN</mechanism></mechanisms></stream:features>`),
    ],
    no('not-offered'),
  ],
  ['xmpp', 'has nothing to offer', [...xmppHello(/to=/), raw(`<stream:features/>`)], no('not-offered')],
  [
    'xmpp',
    'is not that host',
    [...xmppHello(/to=/), raw(`<stream:error><host-unknown xmlns='z'/></stream:error></stream:stream>`)],
    no('refused', /host-unknown/),
  ],
  [
    'xmpp',
    'is full',
    [...xmppHello(/to=/), raw(`<stream:error><resource-constraint xmlns='z'/></stream:error>`)],
    no('throttled'),
  ],
  [
    'xmpp',
    'fails',
    [
      ...xmppHello(/to=/),
      raw(`<stream:features><starttls/></stream:features>`),
      hears(/<starttls/),
      raw(`<failure xmlns='x'/></stream:stream>`),
    ],
    no('refused', /failure/),
  ],
  [
    'xmpp',
    'is another protocol',
    [hears(/to=/), says('HTTP/1.1 400 Bad Request', '', '<html></stream>')],
    no('not-spoken', /^/),
  ],
  [
    'xmpp-server',
    'upgrades',
    [
      ...xmppHello(/xmlns='jabber:server'/),
      raw(`<stream:features><starttls/></stream:features>`),
      hears(/<starttls/),
      raw(`<proceed/>`),
    ],
    upgraded(null),
  ],

  ['postgres', 'upgrades', [hears(/^\0\0\0\x08\x04\xd2\x16\x2f$/), raw('S')], upgraded(null)],
  ['postgres', 'does not offer it', [hears(/./s), raw('N')], no('not-offered', 'N')],
  [
    'postgres',
    'is full',
    [hears(/./s), raw('E', 0, 0, 0, 37, 'SFATAL\0C53300\0Mtoo many clients\0\0')],
    no('throttled', '53300 too many clients'),
  ],
  [
    'postgres',
    'refuses',
    [hears(/./s), raw('E', 0, 0, 0, 30, 'SFATAL\0C28000\0Mno pg_hba\0\0')],
    no('refused', '28000 no pg_hba'),
  ],
  ['postgres', 'is another protocol', [hears(/./s), raw('H')], no('not-spoken', 'H')],

  ['mysql', 'upgrades', [mysqlGreeting(0xfffe), hears(/^ \0\0\x01[\s\S]{32}$/)], upgraded('10.11.6-MariaDB')],
  ['mysql', 'does not offer it', [mysqlGreeting(0xfffe & ~0x0800)], no('not-offered')],
  ['mysql', 'is full', [mysqlError(1040, '#08004Too many connections')], no('throttled', '1040 Too many connections')],
  ['mysql', 'does not let us in', [mysqlError(1130, `Host 'a' is not allowed`)], no('refused', /^1130 Host/)],
  ['mysql', 'is another protocol', [says('220 mx.example ESMTP')], no('not-spoken')],

  [
    'nntp',
    'upgrades',
    [
      says('200 INN ready'),
      hears(/^CAPABILITIES\r\n$/),
      says('101 list', 'VERSION 2', 'STARTTLS', '.'),
      hears(/^STARTTLS\r\n$/),
      says('382 go'),
    ],
    upgraded('200 INN ready'),
  ],
  [
    'nntp',
    'upgrades though it knows no CAPABILITIES',
    [says('201 old'), hears(/CAPABILITIES/), says('500 what'), hears(/STARTTLS/), says('382 go')],
    upgraded('201 old'),
  ],
  [
    'nntp',
    'does not offer it',
    [says('200 hi'), hears(/CAPABILITIES/), says('101 list', 'READER', '.')],
    no('not-offered', 'READER'),
  ],
  ['nntp', 'is busy', [says('400 too many')], no('throttled', '400 too many')],
  [
    'nntp',
    'cannot',
    [says('200 hi'), hears(/CAPABILITIES/), says('500 what'), hears(/STARTTLS/), says('580 cannot')],
    no('refused', '580 cannot'),
  ],

  [
    'irc',
    'upgrades after notices and a ping',
    [
      hears(/^STARTTLS\r\n$/),
      says(':irc.example NOTICE * :*** Looking up your host', 'PING :123', ':irc.example 670 * :STARTTLS successful'),
    ],
    upgraded(':irc.example NOTICE * :*** Looking up your host'),
  ],
  [
    'irc',
    'does not know it',
    [hears(/STARTTLS/), says(':irc.example 421 * STARTTLS :Unknown command')],
    no('not-offered'),
  ],
  ['irc', 'fails', [hears(/STARTTLS/), says(':irc.example 691 * :failed')], no('refused')],
  [
    'irc',
    'has had enough',
    [hears(/STARTTLS/), says('ERROR :Closing Link: Throttled')],
    no('throttled', 'ERROR :Closing Link: Throttled'),
  ],

  [
    'rdp',
    'upgrades',
    [hears(/^\x03\0\0\x13\x0e\xe0\0\0\0\0\0\x01\0\x08\0\x0b\0\0\0$/), hex('03000013 0ed0000012340002 1f080002000000')],
    upgraded(null),
  ],
  [
    'rdp',
    'knows standard security only',
    [hears(/./s), hex('0300000b 06d00000123400')],
    no('not-offered', 'no negotiation response'),
  ],
  [
    'rdp',
    'chose standard security',
    [hears(/./s), hex('03000013 0ed0000012340002 00080000000000')],
    no('not-offered', 'PROTOCOL_RDP'),
  ],
  [
    'rdp',
    'is not allowed to',
    [hears(/./s), hex('03000013 0ed0000012340003 00080002000000')],
    no('not-offered', 'SSL_NOT_ALLOWED_BY_SERVER'),
  ],
  [
    'rdp',
    'has no certificate',
    [hears(/./s), hex('03000013 0ed0000012340003 00080003000000')],
    no('refused', 'SSL_CERT_NOT_ON_SERVER'),
  ],
  ['rdp', 'is another protocol', [hears(/./s), says('HTTP/1.1 400 Bad Request')], no('not-spoken')],

  ['mssql', 'upgrades', [hears(/^\x12\x01/), tdsReply(1)], upgraded('15.0.2000')],
  ['mssql', 'demands it', [hears(/^\x12\x01/), tdsReply(3)], upgraded('15.0.2000')],
  ['mssql', 'does not offer it', [hears(/^\x12\x01/), tdsReply(2)], no('not-offered', 'ENCRYPT_NOT_SUP')],
  ['mssql', 'is another protocol', [hears(/./s), says('HTTP/1.1 400 Bad Request')], no('not-spoken', /^/)],
]

describe.each(cases)('%s %s', (kind, _name, script, expected) => {
  const length = speechLength(script)

  test('however its bytes are split', async () => {
    for (let split = 1; split <= length; split += 1)
      expect(await run(kind, scriptedPeer(script, { split }))).toMatchObject(expected)
    expect(await run(kind, scriptedPeer(script, { single: true }))).toMatchObject(expected)
  })

  test('and a peer that hangs up half-way is no answer and no crash', async () => {
    for (let cut = 0; cut < length; cut += 1) {
      const result = await run(kind, scriptedPeer(script, { cut })).catch((error: unknown) => error)
      if (result instanceof StreamEnd) expect(result.code).toBe('closed')
      else expect((result as Upgrade).upgraded && kind !== 'mysql').toBe(false)
    }
  })
})

describe('what follows the permission is left in the stream', () => {
  const upgrades = cases.filter(
    ([kind, , , expected]) => 'upgraded' in expected && expected.upgraded && kind !== 'mssql',
  )
  test.each(upgrades)('%s %s', async (kind, _name, script) => {
    const last = script.findLast((step) => 'says' in step) as { says: string | Uint8Array }
    const joined = Buffer.concat([
      typeof last.says === 'string' ? Buffer.from(last.says, 'latin1') : last.says,
      Buffer.from('\x16\x03\x03'),
    ])
    const stream = scriptedPeer(
      script.map((step) => (step === last ? { says: joined } : step)),
      { split: 0 },
    )
    await run(kind, stream)
    expect((await stream.readExactly(3)).toString('latin1')).toBe('\x16\x03\x03')
  })
})

test('after the upgrade of mssql TLS records travel inside TDS packets, however they are split', async () => {
  const flight = Buffer.from(Array.from({ length: 300 }, (_, index) => index & 0xff))
  const packets = Buffer.concat([
    tdsPacket(0x12, flight.subarray(0, 100), false),
    tdsPacket(0x12, flight.subarray(100)),
  ])
  const script = [hears(/^\x12\x01/), tdsReply(1), hears(/^\x12\x01\x00\x0d\0\0\x01\0hello$/), { says: packets }]
  for (const delivery of [{ split: 40 }, { split: 130 }, { single: true as const }]) {
    const stream = scriptedPeer(script, delivery)
    await run('mssql', stream)
    stream.write('hello')
    expect((await stream.readExactly(300)).equals(flight)).toBe(true)
  }
})

test('a line without an end is a flood, not a wait', async () => {
  const stream = scriptedPeer([{ says: Buffer.alloc(100_000, 0x41) }], { split: 0 })
  await expect(run('imap', stream)).rejects.toMatchObject({ code: 'too-much' })
})

function run(kind: StarttlsKind, stream: ReturnType<typeof scriptedPeer>): Promise<Upgrade> {
  const dialect = dialectOf(kind)
  if (!dialect) throw new Error(`no dialect ${kind}`)
  return dialect.upgrade(stream, { host: 'im.example', clientName: 'client.example' })
}

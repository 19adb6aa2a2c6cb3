import type { StarttlsKind } from '../target.ts'

/** A harmless request to stand behind the one that asks for TLS, and what only an answer to it looks like. */
export interface PipelinedCommand {
  /** How the patterns read bytes. */
  readonly patterns: 'latin1' | 'hex'
  /** The request for TLS as the dialect sends it. */
  readonly asks: RegExp
  /** Latin-1, so that bytes of any value can stand in it. */
  readonly command: string | ((host: string) => string)
  /** Said under TLS, so that the server has something of ours to answer; Latin-1. */
  readonly goodbye: string
  readonly answered: RegExp
  /** An answer to the goodbye; where it is left out any other words are one. */
  readonly answersGoodbye?: RegExp
  /** The answer begins with a code of three letters, which may stand in evidence. */
  readonly hasCode: boolean
}

/** Nothing can be kept behind the request, and why: nothing is sent then. */
export interface NothingPipelined {
  readonly because: string
}

const smtp: PipelinedCommand = {
  patterns: 'latin1',
  asks: /^STARTTLS\r\n$/,
  command: 'NOOP\r\n',
  goodbye: 'QUIT\r\n',
  answered: /^(?!221|421)[2-5]\d\d[ -].*/m,
  hasCode: true,
}

/** A stream is opened, and closed under TLS: who knows of no open one complains, who kept it has told its features. */
const xmpp = (namespace: string): PipelinedCommand => ({
  patterns: 'latin1',
  asks: /^<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'\/>$/,
  command: (host) =>
    `<?xml version='1.0'?><stream:stream to='${host.replace(/[<>&'"]/g, '')}' xmlns='${namespace}' ` +
    `xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>`,
  goodbye: '</stream:stream>',
  answered: /<(?:[\w.-]+:)?features[\s/>]/,
  hasCode: false,
})

/** RFC 4511 section 4.5.1: the root entry without any attribute. The answer bears the same message id. */
const rootSearch = (id: number): string =>
  String.fromCharCode(0x30, 0x2a, 2, 1, id, 0x63, 0x25, 4, 0, 10, 1, 0, 10, 1, 0, 2, 1, 1, 2, 1, 1, 1, 1, 0, 0x87, 11) +
  `objectClass\x30\x05\x04\x031.1`

/** A StartupMessage in a version that there is not; PostgreSQL refuses it by its number, before any question of users. */
const startup = (major: number): string => String.fromCharCode(0, 0, 0, 9, major >> 8, major & 0xff, 0, 0, 0)

export const pipelinedCommands: Readonly<Record<StarttlsKind, PipelinedCommand | NothingPipelined>> = {
  smtp,
  lmtp: smtp,
  submission: smtp,
  imap: {
    patterns: 'latin1',
    asks: /^\S+ STARTTLS\r\n$/,
    command: 'i1 NOOP\r\n',
    goodbye: 'i2 LOGOUT\r\n',
    answered: /^i1 .*/m,
    hasCode: true,
  },
  pop3: {
    patterns: 'latin1',
    asks: /^STLS\r\n$/,
    command: 'NOOP\r\n',
    goodbye: 'QUIT\r\n',
    answered: /^(\+OK|-ERR).*(?=[\s\S]*^(\+OK|-ERR))/m,
    hasCode: true,
  },
  sieve: {
    patterns: 'latin1',
    asks: /^STARTTLS\r\n$/i,
    command: 'NOOP "pipelined"\r\n',
    goodbye: 'LOGOUT\r\n',
    answered: /^OK \(TAG "pipelined"\).*/m,
    hasCode: true,
  },
  ftp: {
    patterns: 'latin1',
    asks: /^AUTH TLS\r\n$/,
    command: 'NOOP\r\n',
    goodbye: 'QUIT\r\n',
    answered: /^(?!221|421)[2-5]\d\d[ -].*/m,
    hasCode: true,
  },
  nntp: {
    patterns: 'latin1',
    asks: /^STARTTLS\r\n$/,
    command: 'DATE\r\n',
    goodbye: 'QUIT\r\n',
    answered: /^(?!205|400)[1-5]\d\d .*/m,
    hasCode: true,
  },
  irc: {
    patterns: 'latin1',
    asks: /^STARTTLS\r\n$/,
    command: 'PING sundown-pipelined\r\n',
    goodbye: 'QUIT\r\n',
    // Some want a login first, and say so.
    answered: /^(?::\S+ )?(?:PONG .*sundown-pipelined|451 ).*/m,
    hasCode: false,
  },
  xmpp: xmpp('jabber:client'),
  'xmpp-server': xmpp('jabber:server'),
  ldap: {
    patterns: 'hex',
    asks: /^301d02010177/,
    command: rootSearch(2),
    goodbye: rootSearch(3),
    // An entry, the end of a search, or an extended response, with the request's message id.
    answered: /020102(?:64|65|78)/,
    answersGoodbye: /020103(?:64|65|78)/,
    hasCode: false,
  },
  postgres: {
    patterns: 'hex',
    asks: /^0000000804d2162f$/,
    command: startup(9998),
    goodbye: startup(9997),
    // "9998.0" and "9997.0"; 08P01, protocol violation, tells since CVE-2021-23214 that something stood there.
    answered: /393939382e30/,
    answersGoodbye: /393939372e30|3038503031/,
    hasCode: false,
  },
  mysql: { because: 'MySQL: TLS follows the request without an answer, so what stands behind it is read as TLS' },
  rdp: { because: 'RDP: after the one request only TLS or CredSSP is read, and no second request is answered' },
  mssql: { because: 'TDS: the handshake itself travels in packets, so a packet behind PRELOGIN is a part of it' },
}

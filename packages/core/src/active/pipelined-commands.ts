import type { StarttlsKind } from '../target.ts'

/** A harmless command to stand behind the line that asks for TLS, and what only a reply to it looks like. */
export interface PipelinedCommand {
  /** The line that asks for TLS, as the dialect sends it. */
  readonly asks: RegExp
  readonly command: string
  readonly goodbye: string
  readonly answered: RegExp
}

const smtp: PipelinedCommand = {
  asks: /^STARTTLS\r\n$/,
  command: 'NOOP\r\n',
  goodbye: 'QUIT\r\n',
  answered: /^(?!221|421)[2-5]\d\d[ -].*/m,
}

/** Protocols of lines; in the others nothing can stand behind the request. */
export const pipelinedCommands: Readonly<Partial<Record<StarttlsKind, PipelinedCommand>>> = {
  smtp,
  lmtp: smtp,
  submission: smtp,
  imap: { asks: /^\S+ STARTTLS\r\n$/, command: 'i1 NOOP\r\n', goodbye: 'i2 LOGOUT\r\n', answered: /^i1 .*/m },
  pop3: {
    asks: /^STLS\r\n$/,
    command: 'NOOP\r\n',
    goodbye: 'QUIT\r\n',
    answered: /^(\+OK|-ERR).*(?=[\s\S]*^(\+OK|-ERR))/m,
  },
  sieve: {
    asks: /^STARTTLS\r\n$/i,
    command: 'NOOP "pipelined"\r\n',
    goodbye: 'LOGOUT\r\n',
    answered: /^OK \(TAG "pipelined"\).*/m,
  },
  ftp: { asks: /^AUTH TLS\r\n$/, command: 'NOOP\r\n', goodbye: 'QUIT\r\n', answered: /^(?!221|421)[2-5]\d\d[ -].*/m },
  nntp: { asks: /^STARTTLS\r\n$/, command: 'DATE\r\n', goodbye: 'QUIT\r\n', answered: /^(?!205|400)[1-5]\d\d .*/m },
}

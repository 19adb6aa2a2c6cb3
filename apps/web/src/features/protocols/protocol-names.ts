import type { ProtocolVersion } from '../../graphql/generated/graphql.ts'

/** Oldest first. Proper names: the same in every language. */
export const protocolNames: Readonly<Record<ProtocolVersion, string>> = {
  SSL_2: 'SSL 2.0',
  SSL_3: 'SSL 3.0',
  TLS_1_0: 'TLS 1.0',
  TLS_1_1: 'TLS 1.1',
  TLS_1_2: 'TLS 1.2',
  TLS_1_3: 'TLS 1.3',
}

export const isLegacy = (version: ProtocolVersion): boolean => version !== 'TLS_1_2' && version !== 'TLS_1_3'

/** A protocol as a deadline names it, `TLSv1.0` or `3DES`, in the words used everywhere else. */
export const spokenProtocol = (name: string): string =>
  name
    .replace('static-RSA', 'static RSA')
    .replace(/^(TLS|SSL)v(\d)$/, '$1 $2.0')
    .replace(/^(TLS|SSL)v/, '$1 ')

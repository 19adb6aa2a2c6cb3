import { microsoft365Suites, peers } from '@sundown/core/clients'

/** The common list speaks of TLS 1.2; suites of TLS 1.3 count where any of Microsoft's services takes them. */
const accepted = new Set([
  ...microsoft365Suites,
  ...peers.flatMap(({ cipherSuites }) => cipherSuites.filter((id) => id >> 8 === 0x13)),
])

/** Whether Microsoft 365 takes the suite. */
export const isAcceptedByMicrosoft365 = (id: number): boolean => accepted.has(id)

/** By the IANA name: an ephemeral key exchange before `_WITH_`, or a TLS 1.3 suite, which has no key exchange in its name. */
export const isForwardSecret = (name: string): boolean =>
  name.startsWith('TLS_') && (!name.includes('_WITH_') || /^TLS_(EC)?DHE_/.test(name))

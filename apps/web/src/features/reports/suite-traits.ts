import { microsoft365Suites } from '@sundown/core/clients'

const accepted = new Set(microsoft365Suites)

/** Whether the suite is on Microsoft 365's common list. */
export const isAcceptedByMicrosoft365 = (id: number): boolean => accepted.has(id)

/** By the IANA name: an ephemeral key exchange before `_WITH_`, or a TLS 1.3 suite, which has no key exchange in its name. */
export const isForwardSecret = (name: string): boolean =>
  name.startsWith('TLS_') && (!name.includes('_WITH_') || /^TLS_(EC)?DHE_/.test(name))

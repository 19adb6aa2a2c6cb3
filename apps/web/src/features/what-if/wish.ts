import type { ProtocolVersion, WhatIfInput, WhatIfSubjectQuery } from '../../graphql/generated/graphql.ts'

export type SupposedResult = Extract<NonNullable<WhatIfSubjectQuery['node']>, { __typename: 'ScanResult' }>
export type SimulatedClient = SupposedResult['clients'][number]

export interface Wish {
  readonly switchOff: readonly ProtocolVersion[]
  readonly newCertificate: boolean
  /** Day from which Microsoft refuses the old versions, ISO 8601; null leaves the known dates alone. */
  readonly blockOn: string | null
}

/** Old versions that the server still takes, and so could be switched off; oldest first. */
export const switchable = ({ protocols }: Pick<SupposedResult, 'protocols'>): readonly ProtocolVersion[] =>
  protocols.flatMap(({ version, offered }) =>
    offered === true && version !== 'TLS_1_2' && version !== 'TLS_1_3' ? [version] : [],
  )

/** A certificate as public authorities issue it: 198 days from today. */
const certificateDays = 198

/** The wish as the API takes it. */
export const changesOf = ({ switchOff, newCertificate, blockOn }: Wish, now: Date): WhatIfInput => ({
  ...(switchOff.length > 0 ? { switchOff: [...switchOff] } : {}),
  ...(newCertificate
    ? {
        certificate: {
          notAfter: new Date(Date.parse(dayOf(now)) + certificateDays * 86_400_000).toISOString(),
          rsaBits: 2_048,
        },
      }
    : {}),
  ...(blockOn === null ? {} : { blockOn }),
})

/** A wish asks the same all day, so that its answer is asked for once. */
const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

export interface ClientGroups {
  readonly connects: readonly SimulatedClient[]
  readonly fails: readonly SimulatedClient[]
  readonly unknown: readonly SimulatedClient[]
}

/** Every known client by what would happen if it connected. */
export function clientGroups(clients: readonly SimulatedClient[]): ClientGroups {
  const of = (outcome: SimulatedClient['outcome']) => clients.filter((client) => client.outcome === outcome)
  return { connects: of('CONNECTS'), fails: of('FAILS'), unknown: of('UNKNOWN') }
}

/** What a form offers to choose from where a policy limits suites and groups: everything that a shipped list names. */
import { microsoft365Suites } from '../clients/peers.ts'
import type { CodePoint } from '../facts.ts'
import { cipherSuiteName } from '../wire/registry/cipher-suite.ts'
import { namedGroupName } from '../wire/registry/named-group.ts'
import { policies } from './index.ts'

const union = (...lists: readonly (readonly number[] | null)[]): readonly number[] => [
  ...new Set(lists.flatMap((list) => list ?? [])),
]

/** Suites in the order of the shipped lists, those of Microsoft 365 first among TLS 1.2. */
export const suiteChoices: readonly CodePoint[] = union(
  microsoft365Suites,
  ...policies.map(({ parameters }) => parameters.cipherSuites),
).map((id) => ({ id, name: cipherSuiteName(id) }))

export const groupChoices: readonly CodePoint[] = union(...policies.map(({ parameters }) => parameters.groups)).map(
  (id) => ({ id, name: namedGroupName(id) }),
)

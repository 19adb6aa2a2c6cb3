import type { Problem } from './changes.ts'

/** The limits of a policy, as the API gives them. */
export interface Limits {
  readonly versions: readonly string[]
  readonly cipherSuites: readonly number[] | null
  readonly groups: readonly number[] | null
  readonly rsaBits: number
  readonly ecBits: number
  readonly dhBits: number
  readonly certificateWarningDays: number
  readonly certificateMaxDays: number | null
  readonly certificateHashBits: number | null
}

/** Least and greatest value of each number; the API refuses others. */
export const numberRanges = {
  rsaBits: [1_024, 16_384],
  ecBits: [160, 521],
  dhBits: [1_024, 16_384],
  certificateWarningDays: [0, 365],
  certificateMaxDays: [1, 3_660],
} as const
/** Hashes by their bits; proper names, the same in every language. */
export const hashChoices = [224, 256, 384, 512].map((bits) => ({ bits, name: `SHA-${bits}` }))

export type NumberLimit = keyof typeof numberRanges
export const numberLimits = Object.keys(numberRanges) as NumberLimit[]

/** Limits as they stand in the form: numbers as they are typed, nothing for no limit. */
export interface LimitValues extends Readonly<Record<NumberLimit, string>> {
  readonly versions: readonly string[]
  readonly cipherSuites: readonly number[] | null
  readonly groups: readonly number[] | null
  /** A number of bits, or nothing for no limit. */
  readonly certificateHashBits: string
}

export const limitValues = (limits: Limits): LimitValues => ({
  versions: limits.versions,
  cipherSuites: limits.cipherSuites,
  groups: limits.groups,
  rsaBits: String(limits.rsaBits),
  ecBits: String(limits.ecBits),
  dhBits: String(limits.dhBits),
  certificateWarningDays: String(limits.certificateWarningDays),
  certificateMaxDays: typed(limits.certificateMaxDays),
  certificateHashBits: typed(limits.certificateHashBits ?? null),
})

const typed = (value: number | null): string => (value === null ? '' : String(value))

/** All limits that differ from those of the policy beneath. */
export function limitChanges(base: Limits, values: LimitValues): Readonly<Record<string, unknown>> {
  const before = limitValues(base)
  const said: Readonly<Record<keyof Limits, unknown>> = {
    versions: values.versions,
    cipherSuites: values.cipherSuites,
    groups: values.groups,
    rsaBits: numberOr(values.rsaBits),
    ecBits: numberOr(values.ecBits),
    dhBits: numberOr(values.dhBits),
    certificateWarningDays: numberOr(values.certificateWarningDays),
    certificateMaxDays: values.certificateMaxDays.trim() === '' ? null : numberOr(values.certificateMaxDays),
    certificateHashBits: values.certificateHashBits === '' ? null : Number(values.certificateHashBits),
  }
  const names = (Object.keys(said) as (keyof Limits)[]).filter((name) => !same(values[name], before[name]))
  return Object.fromEntries(names.map((name) => [name, said[name]]))
}

/** What is no number goes as it was typed, so that the API says what is wrong with it. */
const numberOr = (text: string): number | string =>
  text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text

const same = (a: LimitValues[keyof LimitValues], b: LimitValues[keyof LimitValues]): boolean =>
  Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((one) => b.includes(one)) : a === b

/** Whether the API refuses a limit, or a member of its list. */
export const limitIsRefused = (problems: readonly Problem[], limit: keyof Limits): boolean =>
  problems.some(({ path }) => path === `parameters.${limit}` || path.startsWith(`parameters.${limit}.`))

/** Shortest password that the API accepts. */
export const leastPasswordLength = 10

export type PasswordStrength = 0 | 1 | 2 | 3 | 4

/** A hint, not a gate: length counts most, variety a little, repetition takes away. */
export function passwordStrength(password: string, personal: readonly string[] = []): PasswordStrength {
  if (password.length === 0) return 0
  const lower = password.toLowerCase()
  const guessable = personal
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .some((word) => word.length > 3 && lower.includes(word))
  const distinct = new Set(password).size
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length
  const weight = Math.min(password.length, distinct * 1.6) + kinds * 1.5 - (guessable ? 6 : 0)
  if (password.length < leastPasswordLength || weight < 12) return 1
  if (weight < 17) return 2
  return weight < 22 ? 3 : 4
}

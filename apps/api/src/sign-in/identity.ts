/** What an identity provider said about a person. */
export interface Identity {
  /** The person's lasting name at the provider. */
  readonly subject: string
  /** Lower case. */
  readonly email: string | null
  readonly name: string | null
  /** Whether the provider stands for the address. */
  readonly verified: boolean
}

/** Endpoints that somebody chose in their list. */
export interface Selection {
  readonly slug: string
  readonly endpointIds: readonly string[]
  readonly onClose: () => void
}

/** The server ended a session's step by an alert: fatal, or close_notify. */
export class PeerAlert extends Error {
  readonly level: number
  readonly description: number

  constructor(level: number, description: number) {
    super('alert')
    this.name = 'PeerAlert'
    this.level = level
    this.description = description
  }
}

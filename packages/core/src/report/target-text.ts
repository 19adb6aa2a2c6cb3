/** A target as it is shown. */
import type { AddressedTarget } from '../target.ts'

/** `host:port`, IPv6 in brackets; facts out of a file have no port. */
export const hostAndPort = ({ host, port }: { readonly host: string; readonly port: number }): string =>
  port === 0 ? host : host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`

/** Host, port, the address dialled and the dialect. */
export function targetText(target: AddressedTarget): string {
  const address = target.address !== '' && target.address !== target.host ? ` (${target.address})` : ''
  return `${hostAndPort(target)}${address}${target.starttls ? `, STARTTLS ${target.starttls}` : ''}`
}

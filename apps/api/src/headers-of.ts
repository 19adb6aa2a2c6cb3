import type { FastifyRequest } from 'fastify'
import { clientAddressHeader } from './sign-in/headers.ts'

/** The request's headers, with the address that the connection, or a trusted proxy, says it came from. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) for (const one of [value].flat()) headers.append(name, one)
  }
  headers.set(clientAddressHeader, request.ip)
  return headers
}

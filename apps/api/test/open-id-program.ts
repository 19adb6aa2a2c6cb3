/**
 * The OpenID provider of the tests as a program, for journeys in a browser: says where it is in a line of JSON, then takes
 * lines `{"register": address}` and `{"account": claims}`.
 *
 *   node test/open-id-program.ts 127.0.0.2
 */
import { createInterface } from 'node:readline'
import { startOpenId } from './open-id-server.ts'

const server = await startOpenId('', process.argv[2])
const { issuer, clientId, clientSecret } = server
process.stdout.write(`${JSON.stringify({ issuer, clientId, clientSecret })}\n`)
for await (const line of createInterface({ input: process.stdin })) {
  const { register, account } = JSON.parse(line) as { register?: string; account?: Record<string, unknown> }
  if (register) server.register(register)
  if (account) server.account = account
  process.stdout.write('{}\n')
}
await server.close()

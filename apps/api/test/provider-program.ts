/**
 * The identity providers of the tests as a program, for journeys in a browser: says where they are in a line of JSON, then
 * takes lines `{"register": address}`, `{"account": claims}` and `{"samlAccount": {"id", "email"}}`.
 *
 *   node test/provider-program.ts 127.0.0.2
 */
import { createInterface } from 'node:readline'
import { startOpenId } from './open-id-server.ts'
import { type SamlServer, startSaml } from './saml-server.ts'

const openId = await startOpenId('', process.argv[2])
const saml = await startSaml(process.argv[2])
const { issuer, clientId, clientSecret } = openId
process.stdout.write(`${JSON.stringify({ issuer, clientId, clientSecret, metadata: saml.metadata })}\n`)
for await (const line of createInterface({ input: process.stdin })) {
  const told = JSON.parse(line) as {
    register?: string
    account?: Record<string, unknown>
    samlAccount?: NonNullable<SamlServer['account']>
  }
  if (told.register) openId.register(told.register)
  if (told.account) openId.account = told.account
  if (told.samlAccount) saml.account = told.samlAccount
  process.stdout.write('{}\n')
}
await Promise.all([openId.close(), saml.close()])

/** An OpenID and a SAML provider of the journey's own on 127.0.0.2, which the product under test is allowed to ask. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

export interface IdentityProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Of the SAML provider. */
  readonly metadata: string
  register(redirectUri: string): Promise<void>
  signIn(claims: Readonly<Record<string, unknown>>): Promise<void>
  signInBySaml(account: { readonly id: string; readonly email: string }): Promise<void>
  stop(): Promise<void>
}

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const api = resolve(import.meta.dirname, '../../api')
  const child = spawn(process.execPath, ['test/provider-program.ts', '127.0.0.2'], {
    cwd: api,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => {
    // What the provider says for itself is no JSON.
    for (;;) {
      const { value, done } = await lines.next()
      if (done) throw new Error('the identity provider ended')
      if (value.startsWith('{'))
        return JSON.parse(value) as Pick<IdentityProvider, 'issuer' | 'clientId' | 'clientSecret' | 'metadata'>
    }
  }
  const tell = async (message: object) => {
    child.stdin.write(`${JSON.stringify(message)}\n`)
    await next()
  }
  return {
    ...(await next()),
    register: (redirectUri) => tell({ register: redirectUri }),
    signIn: (account) => tell({ account }),
    signInBySaml: (samlAccount) => tell({ samlAccount }),
    stop: async () => {
      child.stdin.end()
      if (child.exitCode === null) await Promise.all([once(child, 'exit'), child.kill()])
    },
  }
}

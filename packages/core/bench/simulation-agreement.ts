/**
 * Measures how far computed handshakes agree with real ones: every client stack of the machine in several settings
 * with every server of the differential tests that is installed. Writes docs/simulation.md; needs several minutes.
 */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Configuration } from '../test/differential/configuration.ts'
import type { Daemon } from '../test/differential/daemon.ts'
import { observeServed } from '../test/differential/observe.ts'
import { makePlace, missing, type Place, type Served, type Stack } from '../test/differential/stack.ts'
import { stacks } from '../test/differential/stacks/index.ts'
import { clientStacks } from '../test/simulation/client-stacks.ts'
import { type Comparison, compare } from '../test/simulation/compare.ts'
import { openTap } from '../test/simulation/tap.ts'
import { freePorts } from '../test/support/free-ports.ts'

/** Names of stacks; `--clients=REGEX` takes only clients whose name matches. Either way no page is written. */
const only = process.argv.slice(2).filter((word) => !word.startsWith('--clients='))
const wanted = process.argv.find((word) => word.startsWith('--clients='))?.slice('--clients='.length)
const place = await makePlace()
const clients = (await clientStacks(place)).filter(({ name }) => wanted === undefined || new RegExp(wanted).test(name))
const tap = await openTap()
const results: Comparison[] = []
const silent = new Set<string>()

for (const stack of stacks) {
  if (missing(stack) !== null || (only.length > 0 && !only.includes(stack.name))) continue
  const plain = stack.configurations.filter((each) => each.starttls === null)
  const made = await makePlace()
  for (const { configurations, place: own } of rounds(stack, plain, made)) await measure(stack, configurations, own)
  await rm(made.dir, { recursive: true, force: true })
  await writePage()
  process.stderr.write(`${results.length} handshakes\n`)
}
await tap.stop()
await rm(place.dir, { recursive: true, force: true })

process.stdout.write(pageText())

async function measure(stack: Stack, configurations: readonly Configuration[], own: Place): Promise<void> {
  if (configurations.length === 0) return
  const { served, daemons } = await start(stack, configurations, own)
  try {
    for (const each of served) {
      const { facts } = await observeServed(each, [await readFile(own.ca, 'utf8')])
      const server = { name: `${stack.name}: ${each.name}`, port: each.port, facts }
      for (const client of clients) {
        const result = await compare(client, server, tap)
        if (result) results.push(result)
        else silent.add(client.name)
      }
      const apart = results.filter((one) => one.server === server.name && !one.agrees)
      process.stderr.write(`${server.name}: ${apart.length} disagreements\n`)
    }
  } finally {
    await Promise.all(daemons.map(({ stop }) => stop()))
  }
}

/** A port may be taken between looking and listening, so there is a second and a third try. */
async function start(
  stack: Stack,
  configurations: readonly Configuration[],
  own: Place,
  tries = 3,
): Promise<{ readonly served: readonly Served[]; readonly daemons: readonly Daemon[] }> {
  const first = await freePorts(configurations.length)
  const served = configurations.map((each, index) => ({ ...each, port: first + index }))
  try {
    return { served, daemons: await stack.start(served, own) }
  } catch (error) {
    if (tries === 1) throw error
    return start(stack, configurations, own, tries - 1)
  }
}

/**
 * HAProxy chooses the certificate before the suite: where only RSA suites are configured, no administrator gives it an
 * ECDSA certificate, and with one it refuses every client that offers ECDSA.
 */
function rounds(stack: Stack, configurations: readonly Configuration[], place: Place) {
  if (stack.name !== 'haproxy') return [{ configurations, place }]
  const twofold = (each: Configuration) => each.suites.some((name) => name.includes('_ECDSA_'))
  return [
    { configurations: configurations.filter(twofold), place },
    { configurations: configurations.filter((each) => !twofold(each)), place: { ...place, ec: place.rsa } },
  ]
}

/** After every stack, so that a run that was cut short leaves what it measured. */
async function writePage(): Promise<void> {
  if (only.length === 0 && wanted === undefined)
    await writeFile(join(import.meta.dirname, '../../../docs/simulation.md'), pageText())
}

function pageText(): string {
  const apart = results.filter((one) => !one.agrees)
  const share = results.length === 0 ? 0 : (100 * (results.length - apart.length)) / results.length
  const count = (key: 'client' | 'server') => new Set(results.map((one) => one[key])).size
  const table = apart.map(({ client, server, computed, real }) => `| ${client} | ${server} | ${computed} | ${real} |`)
  return `# Computed and real handshakes

Measured by \`node packages/core/bench/simulation-agreement.ts\`: the hello of each client is read on the wire and the handshake computed from the server’s stored facts; beside it stands what the two really agreed on (version, cipher suite, or failure).

${results.length} handshakes, ${count('client')} client settings with ${count('server')} server configurations: **${share.toFixed(2)} % agree**, ${apart.length} do not.
${silent.size > 0 ? `\nSent no hello at times: ${[...silent].join(', ')}.\n` : ''}
## What is not computed

- **Application protocols (ALPN).** Botan’s server ends every handshake with ALPN in it, whatever it names (tried with \`h2\`, with \`http/1.1\` and with both; without ALPN it agrees). lighttpd below TLS 1.2 chooses HTTP/2 where the client names it first and then ends the connection, as HTTP/2 needs TLS 1.2 (RFC 9113 section 9.2); with \`http/1.1\` first, or without ALPN, it agrees.
- **Signatures of the certificates themselves.** Java refuses a client that does not list the algorithm by which the server’s chain is signed (here \`sha256WithRSAEncryption\`), as RFC 8446 section 4.4.2.2 lets it. Proven with \`openssl s_client\`: RSA-PSS alone fails, RSA-PSS with \`rsa_pkcs1_sha256\` connects, RSA-PSS with \`rsa_pkcs1_sha384\` fails, at TLS 1.2 and 1.3. Other servers send the chain all the same, and facts do not tell which kind a server is.
- **Certificates chosen before suites.** HAProxy with an RSA and an ECDSA certificate decides between them by the kinds of signature that the client lists, and takes only the older code points for RSA: with RSA-PSS alone neither certificate fits and it fails, while RSA-PSS with \`rsa_pkcs1\` of any hash connects. A client that lists any ECDSA scheme is given the ECDSA certificate: with \`ecdsa_secp384r1_sha384\` alone, or SECURE256 of GnuTLS, it cannot be signed for at TLS 1.3 by a P-256 key and fails, with \`ecdsa_secp256r1_sha256\` it connects. With RSA suites alone it would refuse every client that offers ECDSA; such a configuration contradicts itself, so there it is given the RSA certificate only.
- **The curve of a certificate.** A client’s groups bound it up to TLS 1.2 (RFC 8422 section 5.1). gnutls-serv sends its P-256 certificate to a client that names P-384 alone; the GnuTLS client takes it, while OpenSSL as a client ends the handshake itself (\`illegal_parameter\`), as computed.

${apart.length === 0 ? '' : `| client | server | computed | real |\n|---|---|---|---|\n${table.join('\n')}\n`}
`
}

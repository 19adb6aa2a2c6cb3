/** A hello that was seen, in the shape that simulations are computed from. */
import type { Profile } from '../../src/clients/index.ts'
import { type ProtocolVersion, protocolVersions } from '../../src/facts.ts'
import type { ClientHello } from '../../src/wire/client-hello.ts'
import { fromClient, hasExtension } from '../../src/wire/extensions/extension.ts'
import { signatureAlgorithms } from '../../src/wire/extensions/signature-algorithms.ts'
import { supportedGroups } from '../../src/wire/extensions/supported-groups.ts'
import { supportedVersions } from '../../src/wire/extensions/supported-versions.ts'
import { versionName } from '../../src/wire/registry/protocol-version.ts'

/** `oldest` says what the hello cannot: the oldest version that the client would take, where it lists none. */
export function profileOfHello(name: string, hello: ClientHello, oldest: ProtocolVersion): Profile {
  const listed = fromClient(hello.extensions, supportedVersions)
  const newest = versionName(hello.version) ?? 'TLSv1.2'
  const versions = listed
    ? listed.map(versionName).filter((one) => one !== undefined)
    : protocolVersions.slice(protocolVersions.indexOf(oldest), protocolVersions.indexOf(newest) + 1)
  return {
    id: name,
    family: 'tool',
    name,
    versions: protocolVersions.filter((one) => versions.includes(one)),
    cipherSuites: hello.cipherSuites,
    groups: fromClient(hello.extensions, supportedGroups) ?? [],
    signatureSchemes: fromClient(hello.extensions, signatureAlgorithms) ?? null,
    sendsServerName: hasExtension(hello.extensions, 0),
    dhBits: { min: null, max: null },
    minRsaBits: null,
    verifies: 'never',
    source: 'seen on the wire',
    capturedOn: '2026-11-23',
    sureness: 'read',
  }
}

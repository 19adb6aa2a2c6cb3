/** Versions as they stand on the wire; RFC 8446 section 4.1.2 and its predecessors. */
export const wireVersions = {
  SSLv2: 0x0002,
  SSLv3: 0x0300,
  'TLSv1.0': 0x0301,
  'TLSv1.1': 0x0302,
  'TLSv1.2': 0x0303,
  'TLSv1.3': 0x0304,
} as const

export type VersionName = keyof typeof wireVersions

export const versionNames = Object.keys(wireVersions) as readonly VersionName[]

const names = new Map<number, VersionName>(versionNames.map((name) => [wireVersions[name], name]))

export function versionName(wire: number): VersionName | undefined {
  return names.get(wire)
}

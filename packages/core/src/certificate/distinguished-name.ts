/** Names as text (RFC 4514): most specific part first. */
import type { Name } from '@peculiar/asn1-x509'

export function distinguishedName(name: Name): string {
  return [...name]
    .reverse()
    .map((part) =>
      [...part].map(({ type, value }) => `${shortNames.get(type) ?? type}=${escapeValue(value.toString())}`).join('+'),
    )
    .join(',')
}

/** Section 2.4, and control characters too: a name is shown on terminals. */
function escapeValue(value: string): string {
  return (
    value
      .replace(/[\\",+<>;]/g, '\\$&')
      .replace(/^[ #]| $/g, '\\$&')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal.
      .replace(/[\u0000-\u001f\u007f]/g, (character) => `\\${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
  )
}

const shortNames = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.4', 'SN'],
  ['2.5.4.5', 'serialNumber'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.9', 'street'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.12', 'title'],
  ['2.5.4.15', 'businessCategory'],
  ['2.5.4.17', 'postalCode'],
  ['2.5.4.42', 'GN'],
  ['2.5.4.97', 'organizationIdentifier'],
  ['0.9.2342.19200300.100.1.1', 'UID'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
  ['1.2.840.113549.1.9.1', 'E'],
  ['1.3.6.1.4.1.311.60.2.1.1', 'jurisdictionL'],
  ['1.3.6.1.4.1.311.60.2.1.2', 'jurisdictionST'],
  ['1.3.6.1.4.1.311.60.2.1.3', 'jurisdictionC'],
])

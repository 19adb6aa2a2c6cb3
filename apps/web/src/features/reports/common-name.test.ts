import { expect, test } from 'vitest'
import { commonName } from './common-name.ts'

test.each([
  ['CN=mail.example.com, O=Example', 'mail.example.com'],
  ['C=DK, O=Example A/S, CN=Example Issuing CA 1', 'Example Issuing CA 1'],
  ['CN=Holm\\, Astrid,O=Example', 'Holm, Astrid'],
  ['O=Only an Organisation', 'O=Only an Organisation'],
])('%s is called %s', (subject, name) => {
  expect(commonName(subject)).toBe(name)
})

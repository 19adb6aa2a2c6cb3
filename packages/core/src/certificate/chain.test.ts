import { beforeAll, expect, test } from 'vitest'
import type { Made } from '../../test/support/certificates.ts'
import { make, makeCa } from '../../test/support/certificates.ts'
import { describeServed } from './chain.ts'
import { parseCertificate } from './parse.ts'

let root: Made
let middle: Made
let leaf: Made
let stranger: Made

beforeAll(async () => {
  root = await makeCa({ subject: 'CN=Root' })
  middle = await makeCa({ subject: 'CN=Middle', by: root })
  leaf = await make({ subject: 'CN=a.example', by: middle })
  stranger = await makeCa({ subject: 'CN=Stranger' })
})

const served = (...chain: readonly Made[]) => describeServed(chain.map(({ der }) => parseCertificate(der)))
const tidy = { ordered: true, duplicates: 0, unrelated: 0, includesRoot: false }

test('leaf and intermediate in order', () => expect(served(leaf, middle)).toEqual(tidy))
test('the root is noticed', () => expect(served(leaf, middle, root)).toEqual({ ...tidy, includesRoot: true }))
test('a wrong order is noticed', () =>
  expect(served(leaf, root, middle)).toEqual({ ...tidy, includesRoot: true, ordered: false }))
test('duplicates are counted', () => expect(served(leaf, middle, middle, leaf)).toEqual({ ...tidy, duplicates: 2 }))
test('a stranger is counted and breaks no order', () =>
  expect(served(leaf, stranger, middle)).toEqual({ ...tidy, unrelated: 1, includesRoot: true }))
test('a leaf that signed itself is no root served beside it', () => expect(served(stranger)).toEqual(tidy))

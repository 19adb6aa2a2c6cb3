import { expect, test } from 'vitest'
import { cellOf } from './audit-csv.ts'

test.each([
  [null, ''],
  [7, '7'],
  ['plain', 'plain'],
  ['a, "b"\nc', '"a, ""b""\nc"'],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['@sum', "'@sum"],
  [{ name: 'x' }, '"{""name"":""x""}"'],
])('%j becomes the cell %s', (value, cell) => {
  expect(cellOf(value)).toBe(cell)
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from '@swc/core'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Attributes whose text a person reads or hears. */
const spokenAttributes = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'caption',
  'label',
  'legend',
  'note',
  'placeholder',
  'title',
])

test('every text on a page comes from the messages', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
  expect(files.length).toBeGreaterThan(50)
  expect(
    files.flatMap((file) => hardCoded(readFileSync(join(root, file), 'utf8')).map((text) => `${file}: ${text}`)),
  ).toEqual([])
})

test.each([
  ['<p>Hello</p>', ['Hello']],
  ["<p>{'Hello'}</p>", ['Hello']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source that is looked at
  ['<p>{`Hello ${name}`}</p>', ['Hello ']],
  ['<p>{ready ? "Yes" : null}</p>', ['Yes']],
  ['<input placeholder="Name" />', ['Name']],
  ["<input aria-label={'Name'} />", ['Name']],
  ["<p className='font-mono'>{t('hello')} · {3}</p>", []],
  ["<p>{busy ? <b /> : format('a')}</p>", []],
])('%s has the hard-coded texts %j', (source, found) => {
  expect(hardCoded(`const page = ${source}`)).toEqual(found)
})

type Node = { readonly type?: string; readonly [key: string]: unknown }

function hardCoded(source: string): string[] {
  const found: string[] = []
  visit(parseSync(source, { syntax: 'typescript', tsx: true }) as unknown as Node, found)
  return found
}

function visit(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, found)
    return
  }
  if (node === null || typeof node !== 'object') return
  const { type, ...rest } = node as Node
  if (type === 'JSXText') keep(String(rest.value), found)
  if (type === 'JSXElement' || type === 'JSXFragment')
    for (const child of rest.children as Node[]) container(child, found)
  if (type === 'JSXAttribute' && spokenAttributes.has(attributeName(rest.name as Node))) {
    const value = rest.value as Node | null
    if (value?.type === 'StringLiteral') keep(String(value.value), found)
    if (value) container(value, found)
  }
  for (const each of Object.values(rest)) visit(each, found)
}

function container(node: Node, found: string[]): void {
  if (node.type === 'JSXExpressionContainer') literals(node.expression as Node, found)
}

/** Literals that an expression may come out as; what a function is called with is none of them. */
function literals(node: Node, found: string[]): void {
  if (node.type === 'StringLiteral') keep(String(node.value), found)
  if (node.type === 'TemplateLiteral')
    for (const part of node.quasis as Node[]) keep(String(part.cooked ?? part.raw), found)
  if (node.type === 'ConditionalExpression') {
    literals(node.consequent as Node, found)
    literals(node.alternate as Node, found)
  }
  if (node.type === 'BinaryExpression') {
    literals(node.left as Node, found)
    literals(node.right as Node, found)
  }
  if (node.type === 'ParenthesisExpression') literals(node.expression as Node, found)
}

function keep(text: string, found: string[]): void {
  if (/\p{L}/u.test(text)) found.push(text)
}

const attributeName = (name: Node): string => String(name.value ?? (name.name as Node | undefined)?.value ?? '')

import { describe, expect, it } from 'vitest'
import { decodeId, encodeId, encodeKey, keyOf, tenantIdOf } from './global-id.ts'

const tenantId = '019384aa-0000-7000-8000-000000000001'
const id = '019384aa-0000-7000-8000-0000000000ff'

describe('global ids', () => {
  it('come back as they went in', () => {
    expect(decodeId(encodeKey('Endpoint', { tenantId, id }))).toEqual({ typename: 'Endpoint', uuids: [tenantId, id] })
  })
  it('are refused when malformed, of another type or of another length', () => {
    for (const text of [
      '',
      '_',
      'Endpoint',
      'Endpoint_',
      'Endpoint_!!',
      `Endpoint_${'A'.repeat(21)}`,
      encodeId('Endpoint', id),
    ])
      expect(() => keyOf('Endpoint', text, ['id'])).toThrow('no such')
    expect(() => keyOf('Scan', encodeKey('Endpoint', { tenantId, id }), ['id'])).toThrow('no such')
    expect(() => tenantIdOf(encodeKey('Tenant', { tenantId, id }), [])).toThrow('no such')
  })
  it('have one spelling only', () => {
    expect(decodeId(`${encodeId('Tenant', id)}=`)).toBeNull()
  })
})

import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { startOwnServer } from './own-server.ts'
import { enter } from './owner.ts'

test('an owner corrects what is known of an endpoint, and the report follows', async ({ page }) => {
  await enter(page)
  const server = await startOwnServer({})
  try {
    await page.goto(`${page.url()}/endpoints/new`)
    await page.getByLabel('Address').fill(`${server.host}:${server.port}`)
    await page.getByRole('button', { name: 'Add and scan' }).click()
    await expect(page.getByRole('main')).toContainText('Protocol versions', { timeout: 60_000 })
  } finally {
    await server.stop()
  }
  await page.getByRole('button', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit endpoint' })
  await dialog.getByLabel('Label (optional)').fill('The old relay')
  await dialog.getByLabel('It runs on (optional)').selectOption('Postfix')
  await dialog.getByLabel('Internal').check()
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  await dialog.getByLabel('Server name (optional)').fill('not a name')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByLabel('Server name (optional)')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('Server name (optional)').fill('')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The old relay' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Internal')
  await expect(page.getByLabel('It runs on')).toHaveValue('postfix')
  await page.reload()
  await expect(page.getByLabel('It runs on')).toHaveValue('postfix')
})

test('an operator adds a date and withdraws it, and one that came with the product stays', async ({ page }) => {
  await enter(page)
  await page.goto(`${page.url()}/deadlines`)
  await page.getByRole('button', { name: 'Add a deadline' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Date', { exact: true }).fill('2031-05-04')
  await dialog.getByLabel('Source', { exact: true }).fill('MC 1')
  await dialog.getByLabel('What it means').fill('A date of our own.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const own = page.getByRole('listitem').filter({ hasText: 'A date of our own.' })
  await expect(own).toHaveCount(1)
  await own.getByRole('button', { name: 'Move' }).click()
  await dialog.getByRole('button', { name: 'Withdraw this date' }).click()
  await expect(own).toHaveCount(0)
  await page.getByRole('button', { name: 'Move' }).first().click()
  await dialog.getByRole('button', { name: 'Withdraw this date' }).click()
  await expect(dialog.getByText('This date came with Sundown and cannot be withdrawn.')).toBeVisible()
})

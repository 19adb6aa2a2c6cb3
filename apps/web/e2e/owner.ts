/** The account that the first journey creates and the others sign in with. */
import { expect, type Page } from '@playwright/test'

export const owner = {
  name: 'Owner of the practice tenant',
  email: 'owner@fabrikam.example',
  password: 'slow amber horizon 42',
  tenant: 'Fabrikam',
} as const

export const portal = () => {
  const url = process.env.SUNDOWN_E2E_URL
  if (url === undefined) throw new Error('the product was not started')
  return url
}

/** Completes the first run, or signs in where another journey has done it. Ends on the overview. */
export async function enter(page: Page): Promise<void> {
  await page.goto(portal())
  await page.waitForURL(/\/(welcome|sign-in|t\/)/)
  if (page.url().includes('/welcome')) {
    await page.getByLabel('Your name').fill(owner.name)
    await page.getByLabel('E-mail address').fill(owner.email)
    await page.getByLabel('Password', { exact: true }).fill(owner.password)
    await page.getByLabel('Organisation', { exact: true }).fill(owner.tenant)
    await page.getByRole('button', { name: 'Create account' }).click()
  } else if (page.url().includes('/sign-in')) {
    await signIn(page)
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
}

export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail address').fill(owner.email)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Opens the form for a new endpoint by its key; a press that comes before the page listens is pressed again. */
export async function pressNew(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('n')
    await expect(page).toHaveURL(/\/endpoints\/new$/, { timeout: 1_500 })
  }).toPass()
}

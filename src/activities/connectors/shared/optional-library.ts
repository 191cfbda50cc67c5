import { ApplicationFailure } from '@temporalio/common';

/**
 * Loads a library that only the users of one connector install. Without it the activity fails, and is retried: the next
 * worker may have it.
 *
 * @param load requires it by its literal name, so that bundlers see it
 */
export function optionalLibrary<T>(name: string, connector: string, load: () => T): T {
  try {
    return load();
  } catch (error) {
    const { code, message = '' } = error as { code?: string; message?: string };
    // The library may be there, and lack something itself.
    if (code !== 'MODULE_NOT_FOUND' || !message.includes(`'${name}'`)) throw error;
    throw ApplicationFailure.create({
      type: 'LibraryMissing',
      message: `${connector} needs the package ${name}, which is not installed. Run: npm install ${name}`,
    });
  }
}

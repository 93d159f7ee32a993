/** Placeholder entry until the page has its own. */
export {};

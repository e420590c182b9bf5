// Placeholder: these tests are not written yet.

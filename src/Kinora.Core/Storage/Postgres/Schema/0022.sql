-- Each change of a generation moves its due time, which is indexed, so that room kept free in its page saves nothing: pages are filled.
ALTER TABLE generations RESET (fillfactor);

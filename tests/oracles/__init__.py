"""Values that other libraries give, kept so that the tests need none of them."""

"""What is measured with: each file one figure of merit on arrays, knowing neither models nor worlds."""

import MaizeTool

MaizeTool.main()
